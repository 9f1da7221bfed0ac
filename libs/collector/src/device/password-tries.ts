import type { Clock } from '../common/clock';
import { endpointOf } from './addresses';
import type { Credentials } from './device-client';
import { DeviceFailure } from './failure';

/** People have ten tries at a device in ten minutes, its sessions three more. */
const MAX_REFUSED = { people: 10, session: 3 } as const;
const WINDOW_MS = 600_000;
/** More than an import has connections. */
const MAX_DEVICES = 20_000;

type Asker = keyof typeof MAX_REFUSED;

/** Logins at one device. Times are monotonic ms. */
interface Device {
  /** When it refused a password, the oldest first. */
  readonly refused: Record<Asker, number[]>;
  /** Logins under way: each may be refused. */
  readonly underWay: Record<Asker, number>;
}

/** The other end of a connection. */
interface Peer {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}

/** What came of a login; `failed`: the device said neither. */
export type LoginOutcome = 'accepted' | 'refused' | 'failed';

/** Says what came of a login. */
export type LoginEnd = (outcome: LoginOutcome) => void;

/**
 * Counts the passwords that devices refuse, so that nobody can guess one by way of this exporter. A device is an IP address and
 * port, by whatever name and for whatever user. The first login of a target is somebody's try, by a test or an edit; those
 * after it are its session's own. A password that is accepted gives no tries back: else whoever knows one could guess others.
 * But the target that has it may go on with it, whatever passwords of others the device refuses.
 */
export class PasswordTries {
  private readonly devices = new Map<string, Device>();
  /** By host and port as written: the device that was there at the last login. */
  private readonly addresses = new Map<string, string>();
  private readonly hasLoggedIn = new WeakSet<Credentials>();
  /** Those whose password was accepted last: to use it again is no guess. */
  private readonly accepted = new WeakSet<Credentials>();

  constructor(private readonly clock: Clock) {}

  /**
   * To be called before a login.
   * @throws DeviceFailure when no try is left
   */
  begin(target: Credentials, peer: Peer): LoginEnd {
    const asker: Asker = this.hasLoggedIn.has(target) ? 'session' : 'people';
    const written = writtenAddress(target.restapi);
    const key = addressOf(peer) ?? written;
    keep(this.addresses, written, key);
    const device = this.deviceAt(key);
    const isGuess = !this.accepted.has(target);
    if (isGuess) this.admit(device, asker);
    this.hasLoggedIn.add(target);
    if (isGuess) device.underWay[asker]++;
    return (outcome) => {
      if (isGuess) device.underWay[asker]--;
      if (outcome === 'refused') device.refused[asker].push(this.clock.monotonic());
      if (outcome === 'accepted') this.accepted.add(target);
      else if (outcome === 'refused') this.accepted.delete(target);
    };
  }

  /** Ms until people may try a password at that address again; 0 for now. */
  waitMs(restapi: string): number {
    const device = this.devices.get(this.addresses.get(writtenAddress(restapi)) ?? '');
    return device === undefined ? 0 : this.untilNext(device, 'people');
  }

  private admit(device: Device, asker: Asker): void {
    const waitMs = this.untilNext(device, asker);
    if (waitMs > 0) throw new DeviceFailure({ code: 'credentials', reason: spent(asker, waitMs), retry: 'rarely' });
    if (device.refused[asker].length + device.underWay[asker] < MAX_REFUSED[asker]) return;
    throw new DeviceFailure({ code: 'login', reason: OTHERS, retry: 'soon' });
  }

  private untilNext({ refused }: Device, asker: Asker): number {
    const now = this.clock.monotonic();
    const times = refused[asker];
    while (times[0] !== undefined && now - times[0] >= WINDOW_MS) times.shift();
    return times.length < MAX_REFUSED[asker] ? 0 : WINDOW_MS - (now - (times[0] ?? now));
  }

  private deviceAt(key: string): Device {
    const known = this.devices.get(key);
    if (known !== undefined) return known;
    const device = { refused: { people: [], session: [] }, underWay: { people: 0, session: 0 } };
    keep(this.devices, key, device);
    return device;
  }
}

const OTHERS = 'other logins at the device are under way';

function addressOf({ remoteAddress, remotePort }: Peer): string | undefined {
  return remoteAddress && `${remoteAddress.replace(/^::ffff:/i, '')} ${remotePort}`;
}

function spent(asker: Asker, waitMs: number): string {
  const minutes = Math.ceil(waitMs / 60_000);
  const next = `next try in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
  return `password not tried: the device refused ${MAX_REFUSED[asker]} passwords within 10 minutes (${next})`;
}

/** Takes the place of the oldest where there are too many. */
function keep<T>(entries: Map<string, T>, key: string, value: T): void {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > MAX_DEVICES && oldest !== undefined) entries.delete(oldest);
}

function writtenAddress(url: string): string {
  const { host, port } = endpointOf(url);
  return `${host} ${port}`;
}
