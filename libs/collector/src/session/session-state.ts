/** What a session shows of itself. */
export type SessionState =
  /** On its way; nothing has gone wrong yet. */
  | 'connecting'
  /** Status messages arrive. */
  | 'connected'
  /** Not connected; tried again by itself. */
  | 'disconnected'
  /** Not connected, and a person must act; tried again as well, slowly. */
  | 'error';

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
  'token_expired',
  'bad_message',
  'configuration',
  'stopped',
] as const;

export type SessionCode = (typeof SESSION_CODES)[number];

/** How a failed attempt goes on: soon and by itself, slowly because a person must act, or slowly enough not to be locked out. */
export type Retry = 'soon' | 'slowly' | 'rarely';

/** What went wrong, for programs and for a person. */
export interface Failure {
  readonly code: SessionCode;
  /** One sentence that a person can act on. */
  readonly reason: string;
  readonly retry: Retry;
}
