/** Why a session is in its state: a short fixed list, for programs. */
export const SESSION_CODES = [
  'starting',
  'connected',
  'unreachable',
  'timeout',
  'tls',
  'credentials',
  'login',
  'server_error',
  'upgrade',
  'no_status',
  'closed',
  'silent',
  'statuses_stopped',
  'token_expired',
  'bad_message',
  'configuration',
  'stopped',
] as const;

export type SessionCode = (typeof SESSION_CODES)[number];

/** When the next attempt follows: soon, slowly because a user must act, or so rarely that the device does not lock the account. */
export type Retry = 'soon' | 'slowly' | 'rarely';

/** What went wrong, for programs and for users. */
export interface Failure {
  readonly code: SessionCode;
  /** One phrase that a user can act on. */
  readonly reason: string;
  readonly retry: Retry;
}

/** Which of a connection's two addresses a failure is about. */
export type Address = 'REST address' | 'WebSocket address';

/** A failure on its way through a promise. */
export class DeviceFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}
