import type { Retry, SessionCode } from '../../failures/failure';
import type { Timing } from '../../device/timing';

/** The state of a session, as users see it. */
export type SessionState =
  /** On its way; nothing has gone wrong yet. */
  | 'connecting'
  /** Status messages arrive. */
  | 'connected'
  /** Not connected; retried soon. */
  | 'disconnected'
  /** Not connected, and a user must act; retried slowly. */
  | 'error';

/** What a session is doing; users see the coarser {@link SessionState}. */
export type Phase =
  | 'idle'
  | 'reaching'
  | 'queued'
  | 'securing'
  | 'authenticating'
  | 'dialling'
  | 'encrypting'
  | 'upgrading'
  | 'greeting'
  | 'awaiting'
  | 'settling'
  | 'confirming'
  | 'live'
  | 'probing'
  | 'stalled'
  | 'waiting'
  | 'barred'
  | 'stopped';

export interface PhaseRules {
  /** What is done on entering it. */
  readonly act?: 'reach' | 'secure' | 'authenticate' | 'dial' | 'encrypt' | 'upgrade' | 'sendToken' | 'subscribe';
  /** The timer that runs in it. */
  readonly timer?: keyof Timing;
  /** What it means when that timer runs out. */
  readonly late?: { readonly code: SessionCode; readonly retry: Retry; readonly reason: (seconds: number) => string };
  /** Sockets or requests may be open. */
  readonly isOnline?: true;
  /** A place among the handshakes is asked for or held. */
  readonly hasPlace?: true;
  /** The WebSocket is open: nothing that happens from here on is a failed handshake. */
  readonly isOpen?: true;
  /** The values of the device are there. */
  readonly isLive?: true;
  /** What a session that is `connecting` is doing, for users. */
  readonly doing?: string;
}

const late = (what: string): PhaseRules['late'] => ({
  code: 'timeout',
  retry: 'soon',
  reason: (seconds) => `${what} within ${seconds} s`,
});

/** No TCP connection in time, as the host name has no address yet. */
export const UNRESOLVED: NonNullable<PhaseRules['late']> = {
  code: 'unreachable',
  retry: 'soon',
  reason: (seconds) => `host name not resolved within ${seconds} s`,
};

/** No first status in time, though the same objects brought some in the session before. */
export const STALLED_STILL: NonNullable<PhaseRules['late']> = {
  code: 'no_status',
  retry: 'slowly',
  reason: (seconds) => `subscribed in a new session, but still no status for ${seconds} s: restart the device`,
};

/** A second session did not help either. */
export const STALLS_AGAIN = 'heartbeats arrive, but statuses stop after subscribing: restart the device';

export const PHASES: Readonly<Record<Phase, PhaseRules>> = {
  idle: { doing: 'starting' },
  reaching: {
    act: 'reach',
    timer: 'tcpMs',
    late: late('no TCP connection to the REST address'),
    isOnline: true,
    doing: 'opening a TCP connection to the REST address',
  },
  queued: { isOnline: true, hasPlace: true, doing: 'queued until other devices have connected' },
  securing: {
    act: 'secure',
    timer: 'tlsMs',
    late: late('no TLS handshake with the REST address'),
    isOnline: true,
    hasPlace: true,
    doing: 'TLS handshake with the REST address',
  },
  authenticating: {
    act: 'authenticate',
    timer: 'loginMs',
    late: late('no answer to the login'),
    isOnline: true,
    hasPlace: true,
    doing: 'logging in',
  },
  dialling: {
    act: 'dial',
    timer: 'tcpMs',
    late: late('no TCP connection to the WebSocket address'),
    isOnline: true,
    hasPlace: true,
    doing: 'opening a TCP connection to the WebSocket address',
  },
  encrypting: {
    act: 'encrypt',
    timer: 'tlsMs',
    late: late('no TLS handshake with the WebSocket address'),
    isOnline: true,
    hasPlace: true,
    doing: 'TLS handshake with the WebSocket address',
  },
  upgrading: {
    act: 'upgrade',
    timer: 'upgradeMs',
    late: late('no answer to the WebSocket upgrade'),
    isOnline: true,
    hasPlace: true,
    doing: 'opening the WebSocket',
  },
  greeting: { act: 'sendToken', timer: 'greetingMs', isOnline: true, isOpen: true, doing: 'sending the token' },
  awaiting: {
    act: 'subscribe',
    timer: 'firstStatusMs',
    late: {
      code: 'no_status',
      retry: 'slowly',
      reason: (seconds) => `subscribed, but no status for ${seconds} s: check the objects`,
    },
    isOnline: true,
    isOpen: true,
    doing: 'subscribed, waiting for the first status message',
  },
  // Only after statuses have stopped in the session before: the first picture alone proves nothing.
  settling: { timer: 'answerMs', isOnline: true, isOpen: true, doing: 'waiting for further statuses' },
  confirming: {
    act: 'subscribe',
    timer: 'answerMs',
    late: { code: 'statuses_stopped', retry: 'slowly', reason: () => STALLS_AGAIN },
    isOnline: true,
    isOpen: true,
    doing: 'subscribed again, waiting for further statuses',
  },
  live: { timer: 'statusWaitMs', isOnline: true, isOpen: true, isLive: true },
  // No status for longer than usual: the answer to another subscription tells whether the device is alive …
  probing: { act: 'subscribe', timer: 'answerMs', isOnline: true, isOpen: true, isLive: true },
  // … and no answer came.
  stalled: { timer: 'stalledMs', isOnline: true, isOpen: true, isLive: true },
  waiting: {},
  barred: {},
  stopped: {},
};
