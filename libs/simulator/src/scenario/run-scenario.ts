import { devicesBy } from '../control/selection';
import type { SimulatedDevice } from '../device/simulated-device';
import type { Misbehaviour } from '../faults/misbehaviour';
import { wallClock, type FleetClock } from '../clock';
import type { Fleet } from '../fleet/fleet';
import { Random } from '../random';
import type { Chaos, Scenario, Step, Which } from './scenario';

export interface ScenarioOptions {
  readonly clock?: FleetClock;
  /** Decides what comes by chance. */
  readonly seed?: string;
  /** Receives a line of text for each thing that happens. */
  readonly log?: (line: string) => void;
}

const SHORTEST_CHAOS_MS = 10;

/** Begins a scenario at once. Returns what stops it; what it has begun goes on until the devices behave. */
export function runScenario(fleet: Fleet, scenario: Scenario, options: ScenarioOptions = {}): () => void {
  const run = new Run(fleet, options);
  run.steps(scenario);
  if (scenario.chaos) run.chaos(scenario.chaos);
  return () => run.stop();
}

class Run {
  private readonly clock: FleetClock;
  private readonly random: Random;
  private readonly log: (line: string) => void;
  private readonly cancels = new Set<() => void>();

  constructor(
    private readonly fleet: Fleet,
    { clock = wallClock, seed = 'scenario', log = () => undefined }: ScenarioOptions,
  ) {
    this.clock = clock;
    this.random = new Random(seed);
    this.log = log;
  }

  steps(scenario: Scenario): void {
    for (const step of scenario.steps) this.after(step.at, () => this.act(step));
    if (scenario.repeat) this.after(scenario.repeat, () => this.steps(scenario));
  }

  chaos({ every, lasts, faults }: Chaos): void {
    this.cancels.add(
      this.clock.every(Math.max(SHORTEST_CHAOS_MS, every), () => {
        this.misbehave(this.random.pick(this.fleet.devices), this.random.pick(faults), lasts);
      }),
    );
  }

  stop(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }

  private act({ which, action }: Step): void {
    for (const device of this.devices(which)) {
      if (action.kind === 'misbehave') this.misbehave(device, action.misbehaviour, action.lasts);
      else this.behave(device);
    }
  }

  private misbehave(device: SimulatedDevice, misbehaviour: Misbehaviour, lasts: number | undefined): void {
    this.log(`${device.name}: ${JSON.stringify(misbehaviour)}`);
    const end = device.misbehave(misbehaviour);
    if (lasts !== undefined) this.after(lasts, () => this.ended(device, end()));
  }

  private behave(device: SimulatedDevice): void {
    this.log(`${device.name}: faults ended`);
    this.ended(device, device.behave());
  }

  private ended(device: SimulatedDevice, ending: Promise<void>): void {
    ending.catch((error: unknown) => this.log(`${device.name}: faults cannot be ended: ${String(error)}`));
  }

  private devices(which: Which): readonly SimulatedDevice[] {
    if (which.kind === 'all') return this.fleet.devices;
    if (which.kind === 'listed') return which.devices.flatMap((one) => devicesBy(this.fleet, one));
    const left = [...this.fleet.devices];
    const count = Math.min(which.count, left.length);
    return Array.from({ length: count }, () => left.splice(this.random.integer(0, left.length - 1), 1)[0]);
  }

  private after(ms: number, run: () => void): void {
    const cancel = this.clock.after(ms, () => {
      this.cancels.delete(cancel);
      run();
    });
    this.cancels.add(cancel);
  }
}
