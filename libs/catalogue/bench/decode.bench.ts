import { parseMessage, parseStatus } from '@snp/protocol';
import { SeriesStore, type TargetSeries } from '@snp/exposition';
import { Decoder, type DeviceDecoder } from '../src/decoder';
import { deviceMessages } from '../src/testing/device-messages';

/** One line of the table of figures. */
export interface BenchRow {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  readonly target: string;
  readonly ok: boolean;
}

/** Many short runs in turn, so that whatever else the machine does falls on both sides. */
const RUNS = 41;
const WARM_UP_MS = 1500;
const RUN_MS = 60;

/** Measures how much longer it takes to decode and store status messages than to parse their JSON alone. */
export async function run(): Promise<BenchRow[]> {
  const { full, typical } = await deviceMessages();
  return [
    compared('decode and store a full message', full, 1.35),
    compared('decode and store a typical message', typical, 1.5),
    growth(typical, 1.2),
  ];
}

function compared(what: string, messages: readonly string[], limit: number): BenchRow {
  const { fleet } = new BenchFleet(1);
  const [parse, decode] = alternate([
    (round) => parseTwice(messages[round % messages.length]),
    (round) => decodeInto(messages[round % messages.length], fleet[0]),
  ]);
  const size = `${(messages[0].length / 1000).toFixed(0)} kB, ${fleet[0].target.seriesCount()} series`;
  const against = `JSON.parse of envelope and statuses, ${(1000 * parse).toFixed(0)} µs of CPU`;
  const ratio = decode / parse;
  return { what: `${what} (${size})`, against, ratio, target: `≤ ${limit} ×`, ok: ratio <= limit };
}

/** Whether a message takes longer to decode when there are more devices. */
function growth(messages: readonly string[], limit: number): BenchRow {
  const [few, many] = [10, 1000].map((size) => new BenchFleet(size).fleet);
  const turn = (fleet: readonly BenchDevice[]) => (round: number) =>
    decodeInto(messages[Math.floor(round / fleet.length) % messages.length], fleet[round % fleet.length]);
  const [ofFew, ofMany] = alternate([turn(few), turn(many)]);
  const ratio = ofMany / ofFew;
  const against = `the same message of 10 devices, ${(1000 * ofFew).toFixed(0)} µs`;
  return {
    what: 'decode a typical message of 1,000 devices',
    against,
    ratio,
    target: `≤ ${limit} ×`,
    ok: ratio <= limit,
  };
}

interface BenchDevice {
  readonly decoder: DeviceDecoder;
  readonly target: TargetSeries;
}

class BenchFleet {
  readonly fleet: readonly BenchDevice[];

  constructor(size: number) {
    const decoder = new Decoder({
      groups: 'all',
      receivers: 'configured',
      senders: 'resolved',
      legacyTimeLabels: false,
    });
    const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
    this.fleet = Array.from({ length: size }, (_, at) => ({
      decoder: decoder.device(),
      target: store.addTarget(`device-${at}`),
    }));
  }
}

function parseTwice(message: string): void {
  const { statuses } = JSON.parse(message) as { statuses: string[] };
  for (const status of statuses) JSON.parse(status);
}

function decodeInto(text: string, { decoder, target }: BenchDevice): void {
  const message = parseMessage(text);
  if (message?.kind !== 'statuses') throw new Error('this is no status message');
  for (const raw of message.statuses) {
    const status = parseStatus(raw);
    if (status !== undefined) decoder.status(status, target);
  }
}

type Act = (round: number) => void;

/** The CPU time that this process has taken, in ms: what other programs take on a shared machine is none of it. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The median CPU time in ms of one call of each act, in alternating runs after a warm-up. */
function alternate(acts: readonly Act[]): number[] {
  const rounds = acts.map((act) => warmUp(act));
  const times = acts.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [at, act] of acts.entries()) {
      const started = cpuTime();
      for (let round = 0; round < rounds[at]; round++) act(round);
      times[at].push((cpuTime() - started) / rounds[at]);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[RUNS >> 1]);
}

/** Runs an act until it is compiled; returns how many calls make one run. */
function warmUp(act: Act): number {
  const started = cpuTime();
  let calls = 0;
  while (cpuTime() - started < WARM_UP_MS) act(calls++);
  return Math.max(20, Math.round((calls * RUN_MS) / (cpuTime() - started)));
}
