import { DeviceFailure, type Address } from '../device/failures';
import type { Timing } from '../device/timing';
import type { DeviceVisit, Finding } from './device-visit';
import type { ProbeStepName, ProbeTarget } from './probe-step';

/** A step that is still to be taken. */
export interface Stage {
  readonly step: ProbeStepName;
  readonly address: Address;
  /** How long it may take. */
  readonly ms: number;
  readonly act: () => Promise<Finding> | Finding;
  /** What it means when it takes too long. */
  readonly late: (seconds: string) => string;
}

const REST = 'REST address';
const SOCKET = 'WebSocket address';

/** The steps of a visit, in order, with the deadlines that a session has. */
export function stages(target: ProbeTarget, visit: DeviceVisit, timing: Timing, allowPlain: boolean): Stage[] {
  const { tcpMs, tlsMs, loginMs, upgradeMs, greetingMs, firstStatusMs } = timing;
  const isAllowed = allowPlain || !isPlain(target);
  const resolve = (): Promise<Finding> => (isAllowed ? visit.resolve() : Promise.reject(notAllowed()));
  return [
    { step: 'resolve', address: REST, ms: tcpMs, late: no('answer to the host name'), act: resolve },
    { step: 'tcp', address: REST, ms: tcpMs, late: no(`TCP connection to the ${REST}`), act: () => visit.reach() },
    { step: 'tls', address: REST, ms: tlsMs, late: no(`TLS handshake with the ${REST}`), act: () => visit.secure() },
    { step: 'auth', address: REST, ms: loginMs, late: no('answer to the login'), act: () => visit.authenticate() },
    {
      ...{ step: 'websocket', address: SOCKET, ms: tcpMs + tlsMs + upgradeMs, late: no(`WebSocket on the ${SOCKET}`) },
      act: () => visit.upgrade(),
    },
    {
      ...{ step: 'subscribe', address: SOCKET, ms: 2 * greetingMs, late: no('answer to the token') },
      act: () => subscribe(visit, greetingMs),
    },
    { step: 'status', address: SOCKET, ms: firstStatusMs, late: noStatus, act: () => status(visit) },
  ];
}

function no(what: string): Stage['late'] {
  return (seconds) => `no ${what} within ${seconds} s`;
}

function noStatus(seconds: string): string {
  return `no status message within ${seconds} s of subscribing: check the object list`;
}

function isPlain({ restapi, websocket }: ProbeTarget): boolean {
  return /^http:/i.test(restapi) || /^ws:/i.test(websocket);
}

function notAllowed(): DeviceFailure {
  const reason = 'plain http: and ws: addresses are not allowed: set ALLOW_INSECURE_DEVICES=true to allow them';
  return new DeviceFailure({ code: 'configuration', reason, retry: 'slowly' });
}

async function subscribe(visit: DeviceVisit, greetingMs: number): Promise<Finding> {
  const isAnswered = await visit.greet(greetingMs);
  const { detail } = visit.subscribe();
  return { detail: `${isAnswered ? 'token accepted' : 'token not answered'}, ${detail} asked for` };
}

async function status(visit: DeviceVisit): Promise<Finding> {
  const count = await visit.firstStatus();
  return { detail: count === 1 ? '1 status' : `${count} statuses` };
}
