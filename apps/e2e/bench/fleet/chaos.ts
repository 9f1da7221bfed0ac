import {
  FAULTS,
  Random,
  readScenario,
  runScenario,
  type Fleet,
  type FaultyProxy,
  type Misbehaviour,
} from '@snp/simulator';

const SEED = 'unrest';

/** A fifth of 200 devices has a fault at any time. */
const DEVICE_FAULT_EVERY = '500ms';
const DEVICE_FAULT_LASTS = '20s';

const NETWORK_FAULT_EVERY_MS = 5_000;
/** How many networks are bad at once. */
const BAD_NETWORKS = 4;
const DRIP_BYTES_PER_SECOND = 2_000;

/** Every answer to a login, every silence, and a flood that leaves CPU time for the other devices. */
const CHOSEN: readonly Misbehaviour[] = [
  { kind: 'flood', per_second: 200 },
  { kind: 'auth', answer: 'forbidden' },
  { kind: 'auth', answer: 'server-error' },
  { kind: 'auth', answer: 'html' },
  { kind: 'auth', answer: 'huge' },
  { kind: 'auth', answer: 'redirect' },
  { kind: 'silence', at: 'tls' },
  { kind: 'silence', at: 'auth' },
  { kind: 'silence', at: 'upgrade' },
  { kind: 'silence', at: 'rest' },
  { kind: 'drip', at: 'upgrade' },
  { kind: 'close', code: 1006 },
  { kind: 'close', code: 1011 },
  { kind: 'reboot', down_ms: 5_000, firmware: '3.1.0.62', loses: ['ipVidRx/ipVidRx'] },
];

const NETWORK_FAULTS: readonly ((network: FaultyProxy) => void)[] = [
  (network) => network.stall(),
  (network) => network.drip(DRIP_BYTES_PER_SECOND),
  (network) => network.halfOpen(),
  (network) => network.reset(),
];

/** Random faults of every kind on the devices and networks of a fleet, the same in every run. */
export class Chaos {
  private readonly random = new Random(SEED);
  private readonly bad: FaultyProxy[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopDevices: (() => void) | undefined;

  constructor(
    private readonly fleet: Fleet,
    private readonly networks: readonly FaultyProxy[],
  ) {}

  start(): void {
    const others = FAULTS.map(({ kind }) => kind).filter((kind) => kind !== 'flood');
    const scenario = { chaos: { every: DEVICE_FAULT_EVERY, for: DEVICE_FAULT_LASTS, faults: [...others, ...CHOSEN] } };
    this.stopDevices = runScenario(this.fleet, readScenario(scenario), { seed: SEED });
    if (this.networks.length > 0) this.timer = setInterval(() => this.disturbNetwork(), NETWORK_FAULT_EVERY_MS);
  }

  /** No device and no network has a fault any more when this resolves. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopDevices?.();
    await Promise.all([
      ...this.fleet.devices.map((device) => device.behave()),
      ...this.networks.map((network) => network.pass()),
    ]);
  }

  private disturbNetwork(): void {
    const network = this.random.pick(this.networks);
    this.random.pick(NETWORK_FAULTS)(network);
    this.bad.push(network);
    if (this.bad.length > BAD_NETWORKS) void this.bad.shift()?.pass();
  }
}
