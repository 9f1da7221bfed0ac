import { ManualClock, startFleet, type Body, type SimulatedDevice } from '@snp/simulator';

/** Status messages of one device, each with every object different from the message before. */
export interface DeviceMessages {
  /** All objects of the device. */
  readonly full: readonly string[];
  /** `ptp`, `system`, `ipVidRx` and one `procChannelHD`. */
  readonly typical: readonly string[];
}

const SUCCESSIVE = 5;
const TYPICAL: ReadonlySet<string> = new Set(['ptp/ptp', 'system/system', 'ipVidRx/ipVidRx', 'procChannelHD/A-HD-1']);

/** Messages of a simulated device that lives from one to the next. */
export async function deviceMessages(): Promise<DeviceMessages> {
  const clock = new ManualClock();
  const fleet = await startFleet({ clock, seed: 'bench', updatesPerSecond: 0 });
  try {
    const [device] = fleet.devices;
    const successive = Array.from({ length: SUCCESSIVE }, (_, round) => {
      clock.advance(1000);
      device.update();
      return statuses(device, round);
    });
    return {
      full: successive.map((all) => message([...all.values()])),
      typical: successive.map((all) =>
        message([...all].filter(([key]) => TYPICAL.has(key)).map(([, status]) => status)),
      ),
    };
  } finally {
    await fleet.close();
  }
}

function statuses(device: SimulatedDevice, round: number): Map<string, string> {
  return new Map(
    device.objects.map(({ type, id }) => {
      const key = `${type}/${id}`;
      return [key, JSON.stringify({ ...(nudged(device.status(key), round) as Body), round })];
    }),
  );
}

function message(all: readonly string[]): string {
  return JSON.stringify({ msgType: 'statusState', statuses: all });
}

/** What a device measures and counts, as opposed to what it is set up to be. */
const MEASURED = /Cnt|Pkts|Rate|Temp|Board|Speed|Power\d|Delay|Offset|Jitter|Diff|Score|Updates|instances|Bw/i;

/** The status with everything that is measured a little different in each round; what is at 0 stays there, being off. */
function nudged(value: unknown, round: number, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => nudged(each, round, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nudged(each, round, key)]));
  }
  if (!MEASURED.test(name) || Number.parseFloat(String(value)) === 0) return value;
  if (typeof value === 'number') return value + round;
  if (typeof value !== 'string') return value;
  return value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + round) % 10));
}
