import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Exporter } from '../../src/support/exporter';
import { eventually } from '../../src/support/eventually';
import { median, pause } from './figures';
import type { FleetMember, FleetCommand, FleetChildOptions } from './fleet-child';

const CONNECTED_WITHIN_MS = 180_000;
const CPU_WINDOWS = 3;
const SCRAPE_INTERVAL_S = 15;
const GIVE_UP_S = 60;
const TYPICAL = ['ptp/ptp', 'system/system', 'ipVidRx/ipVidRx', 'procChannelHD/A-HD-1'];

/** What is received of a device in a second. */
export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

type Subscription = 'typical' | 'everything';

export interface TestBedOptions extends FleetChildOptions {
  readonly devices: number;
}

/** An exporter and a fleet, each a process of its own, and what can be measured of them from outside. */
export class TestBed {
  /** Seconds from the import of the connections until every device was connected. */
  connectedAfter = Number.NaN;

  private constructor(
    readonly exporter: Exporter,
    private readonly fleet: ChildProcess,
    readonly members: readonly FleetMember[],
  ) {}

  /** Starts both, and connects every device. */
  static async start({ subscription, ...options }: TestBedOptions & { subscription: Subscription }): Promise<TestBed> {
    const testBed = await TestBed.open(options);
    await testBed.connect(subscription);
    return testBed;
  }

  /** Starts both; the exporter does not know the fleet yet. */
  static async open(options: TestBedOptions): Promise<TestBed> {
    const fleet = JSON.stringify({ stamp: true, ...options });
    const child = fork('tools/lib/bench-runner.cjs', [__filename, '--fleet', fleet]);
    const [members] = (await once(child, 'message')) as [readonly FleetMember[]];
    return new TestBed(await Exporter.start({ environment: { LOGGING: 'WARNING' } }), child, members);
  }

  async connect(subscription: Subscription): Promise<void> {
    const began = performance.now();
    await addAll(this.exporter, this.members, subscription);
    await this.allConnected(CONNECTED_WITHIN_MS);
    this.connectedAfter = (performance.now() - began) / 1_000;
  }

  allConnected(withinMs: number): Promise<void> {
    return this.haveConnected(this.members.length, withinMs);
  }

  /** Waits until so many devices are connected, no more and no less. */
  async haveConnected(count: number, withinMs = CONNECTED_WITHIN_MS): Promise<void> {
    await eventually(
      async () => (await this.connected()) === count,
      () => `${count} devices to be connected`,
      withinMs,
    );
  }

  command(command: FleetCommand): void {
    this.fleet.send(command);
  }

  async connected(): Promise<number> {
    return this.own('ic_snp_exporter_sessions{state="connected"}');
  }

  /** Changes a connection, as somebody would who tags it. */
  async change(round: number): Promise<void> {
    const { status } = await this.exporter.api('PATCH', '/api/connections/1', { tags: { round: String(round) } });
    if (status !== 200) throw new Error(`the change answered ${status}`);
  }

  /** CPU of the exporter as a share of one core, with a scrape of everything as often as the README has it. */
  async cpu(): Promise<number> {
    const shares: number[] = [];
    while (shares.length < CPU_WINDOWS) shares.push(await this.cpuOf(SCRAPE_INTERVAL_S));
    return median(shares);
  }

  /** Resident memory of the exporter, in MiB. */
  async memory(): Promise<number> {
    return (await this.own('process_resident_memory_bytes')) / 2 ** 20;
  }

  /** Milliseconds from a device's sending until a scrape shows it, once for each of some devices. */
  async freshness(samples: number): Promise<number[]> {
    const stride = Math.max(1, Math.floor(this.members.length / samples));
    const times: number[] = [];
    for (let at = 0; times.length < samples; at += stride) {
      times.push(await this.freshnessOf(this.members[(at + 1) % this.members.length].name));
    }
    return times;
  }

  /** Milliseconds that each of a number of scrapes of everything took. */
  async scrapeTimes(scrapes: number): Promise<number[]> {
    const times: number[] = [];
    for (let at = 0; at < scrapes; at += 1) {
      const began = performance.now();
      const response = await fetch(`${this.exporter.metricsUrl}/metrics`, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`a scrape answered ${response.status}`);
      await response.arrayBuffer();
      times.push(performance.now() - began);
      await pause(50);
    }
    return times;
  }

  /** Scrapes everything until so many devices are connected again that have just been told to close their sessions. */
  async scrapesUntilBack(count: number): Promise<{ times: number[]; seconds: number; fewest: number }> {
    const began = performance.now();
    const times: number[] = [];
    for (let fewest = count; ;) {
      times.push(...(await this.scrapeTimes(1)));
      const [connected, seconds] = [await this.connected(), (performance.now() - began) / 1_000];
      fewest = Math.min(fewest, connected);
      if ((fewest < count && connected >= count) || seconds > GIVE_UP_S) return { times, seconds, fewest };
    }
  }

  /** Begins to count what is received of a device. @returns what ends that and tells it, per second */
  async traffic(name: string): Promise<() => Promise<Traffic>> {
    const before = await this.received(name);
    return async () => {
      const after = await this.received(name);
      const seconds = (after.at - before.at) / 1_000;
      return { messages: (after.messages - before.messages) / seconds, bytes: (after.bytes - before.bytes) / seconds };
    };
  }

  /** Ends both. @returns the exit code of the exporter */
  async stop(): Promise<number | null> {
    const code = await this.exporter.stop();
    const gone = once(this.fleet, 'exit');
    this.fleet.disconnect();
    await gone;
    return code;
  }

  private async cpuOf(seconds: number): Promise<number> {
    const before = await this.own('process_cpu_seconds_total');
    const began = performance.now();
    await this.exporter.scrape();
    await pause(seconds * 1_000 - (performance.now() - began));
    return ((await this.own('process_cpu_seconds_total')) - before) / ((performance.now() - began) / 1_000);
  }

  /** The fleet writes the time of sending into a counter of `ptp`. */
  private async freshnessOf(name: string): Promise<number> {
    const path = `/probe?collect[]=ptp&target=${encodeURIComponent(name)}`;
    const read = async () =>
      Number(/ic_snp_ptp_time_updates_total\{[^}]*\} (\S+)/.exec(await this.exporter.scrape(path))?.[1]);
    const first = await read();
    for (;;) {
      const now = await read();
      if (now !== first && !Number.isNaN(now)) return Date.now() - now;
      await pause(2);
    }
  }

  private async received(name: string): Promise<Traffic & { at: number }> {
    const scraped = await this.exporter.scrape(`/probe?target=${encodeURIComponent(name)}`);
    const sum = (what: string) =>
      [...scraped.matchAll(new RegExp(`^ic_snp_session_${what}_total\\{[^}]*\\} (\\S+)`, 'gm'))]
        .map(([, value]) => Number(value))
        .reduce((total, value) => total + value, 0);
    return { at: performance.now(), messages: sum('messages'), bytes: sum('received_bytes') };
  }

  /** The value of one of the exporter's own series; NaN where there is none. */
  async own(series: string): Promise<number> {
    const exposition = await this.exporter.scrape('/metrics?collect[]=exporter');
    const line = exposition.split('\n').find((each) => each.startsWith(`${series} `));
    return Number(line?.slice(series.length + 1) ?? Number.NaN);
  }
}

async function addAll(exporter: Exporter, members: readonly FleetMember[], subscription: Subscription) {
  const connections = members.map(({ objects, ...member }) => ({
    ...member,
    enabled: true,
    objects_ids: objects
      .filter(({ type, id }) => subscription === 'everything' || TYPICAL.includes(`${type}/${id}`))
      .map(({ type, id }) => ({ elementIP: '127.0.0.1', objectType: type, objectId: id })),
  }));
  const { status } = await exporter.api('POST', '/api/import', { version: '1.0', connections });
  if (status !== 200) throw new Error(`the import answered ${status}`);
}
