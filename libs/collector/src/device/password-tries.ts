import type { Clock } from '../common/clock';
import { endpointOf } from './addresses';
import type { Credentials } from './device-client';
import { DeviceFailure } from '../failures/failure';

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

/** Who logs in. */
export interface Applicant extends Credentials {
  /** Of the connection; missing where it is only tested. */
  readonly id?: number;
}

/** What came of a login; `failed`: the device said neither. */
export type LoginOutcome = 'accepted' | 'refused' | 'failed';

/** Says what came of a login. */
export type LoginEnd = (outcome: LoginOutcome) => void;

/**
 * Logs in as one of the tries at a device.
 * @throws DeviceFailure also when no try is left
 */
export async function logInOnce(
  tries: Pick<PasswordTries, 'begin'>,
  target: Applicant,
  peer: Peer,
  logIn: () => Promise<string>,
): Promise<string> {
  const ended = tries.begin(target, peer);
  let outcome: LoginOutcome = 'failed';
  try {
    const token = await logIn();
    outcome = 'accepted';
    return token;
  } catch (error) {
    if (error instanceof DeviceFailure && error.failure.code === 'credentials') outcome = 'refused';
    throw error;
  } finally {
    ended(outcome);
  }
}

/**
 * Counts the passwords that devices refuse, so that nobody can guess one by way of this exporter. A device is an IP address and
 * port, by whatever name and for whatever user. The first login of a target is somebody's try, by a test or an edit; those
 * after it are its session's own. A password that is accepted gives no tries back: else whoever knows one could guess others.
 * But a connection may go on with its own, also after an edit that leaves it, whatever else the device refuses.
 */
export class PasswordTries {
  private readonly devices = new Map<string, Device>();
  /** By host and port as written: the device that was there at the last login. */
  private readonly addresses = new Map<string, string>();
  private readonly hasLoggedIn = new WeakSet<Credentials>();
  /** By id of a connection: what it was accepted with last; to use that again is no guess. Another try ends it. */
  private readonly accepted = new Map<number, string>();

  constructor(private readonly clock: Clock) {}

  /**
   * To be called before a login.
   * @throws DeviceFailure when no try is left
   */
  begin(target: Applicant, peer: Peer): LoginEnd {
    const asker: Asker = this.hasLoggedIn.has(target) ? 'session' : 'people';
    const written = writtenAddress(target.restapi);
    const key = addressOf(peer) ?? written;
    keep(this.addresses, written, key);
    const device = this.deviceAt(key);
    const isGuess = this.isGuess(target);
    if (isGuess) this.admit(device, asker);
    this.hasLoggedIn.add(target);
    if (isGuess) device.underWay[asker]++;
    return (outcome) => {
      if (isGuess) device.underWay[asker]--;
      if (outcome === 'refused') device.refused[asker].push(this.clock.monotonic());
      this.note(target, outcome);
    };
  }

  /** Ms until people may try a password at that address again; 0 for now. */
  waitMs(restapi: string): number {
    const device = this.devices.get(this.addresses.get(writtenAddress(restapi)) ?? '');
    return device === undefined ? 0 : this.untilNext(device, 'people');
  }

  /** A guess also ends what the connection was accepted with: nobody can compare one password after the other with that. */
  private isGuess({ id, ...credentials }: Applicant): boolean {
    if (id === undefined) return true;
    const isGuess = this.accepted.get(id) !== secretOf(credentials);
    if (isGuess) this.accepted.delete(id);
    return isGuess;
  }

  private note({ id, ...credentials }: Applicant, outcome: LoginOutcome): void {
    if (id === undefined) return;
    if (outcome === 'accepted') keep(this.accepted, id, secretOf(credentials));
    else if (outcome === 'refused') this.accepted.delete(id);
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
  return `password not tried: the ${tooManyRefused(asker)} (next try in ${inMinutes(waitMs)})`;
}

/** `device refused 10 passwords within 10 minutes` */
export function tooManyRefused(asker: Asker = 'people'): string {
  return `device refused ${MAX_REFUSED[asker]} passwords within ${inMinutes(WINDOW_MS)}`;
}

/** `1 minute`, `10 minutes`; the last one that begins counts whole. */
export function inMinutes(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** Takes the place of the oldest where there are too many. */
function keep<K, T>(entries: Map<K, T>, key: K, value: T): void {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > MAX_DEVICES && oldest !== undefined) entries.delete(oldest);
}

function secretOf({ restapi, username, password }: Credentials): string {
  return JSON.stringify([restapi, username, password]);
}

function writtenAddress(url: string): string {
  const { host, port } = endpointOf(url);
  return `${host} ${port}`;
}
