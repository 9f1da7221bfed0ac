import type { IncomingHttpHeaders } from 'node:http';
import { DeviceFailure, type Address, type Failure } from './failure';
import { printable } from './printable';
import { isTlsCode, tlsFailure } from './tls-failures';
import { switchFailure } from './upgrade-failures';

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: is the device up and the port right?',
  EHOSTUNREACH: 'cannot be reached: no route to the host',
  ENETUNREACH: 'cannot be reached: no route to the network',
  EHOSTDOWN: 'cannot be reached: the host is down',
  EACCES: 'cannot be reached: this machine does not permit the connection',
  EPERM: 'cannot be reached: this machine does not permit the connection',
  EADDRNOTAVAIL: 'cannot be reached from this machine',
  ETIMEDOUT: 'does not answer',
  EMFILE: 'cannot be reached: this process has too many open files',
  ENFILE: 'cannot be reached: this machine has too many open files',
};

const UNRESOLVABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * What an error of a socket or of a request means.
 * @param isLegacy whether TLS that is no longer secure was offered
 */
export function networkFailure(error: unknown, address: Address, isLegacy = false): Failure {
  if (error instanceof DeviceFailure) return error.failure;
  const code = codeOf(error);
  const soon = (kind: Failure['code'], text: string): Failure => ({
    code: kind,
    reason: `${address} ${text}`,
    retry: 'soon',
  });
  if (UNREACHABLE[code] !== undefined) return soon('unreachable', UNREACHABLE[code]);
  if (UNRESOLVABLE.has(code)) return soon('unreachable', 'cannot be resolved: check the host name');
  if (CUT_OFF.has(code)) return soon('closed', 'closed the connection');
  if (isTlsCode(code)) return tlsFailure(code, address, isLegacy);
  if (code.startsWith('HPE_')) return soon('bad_message', `does not speak HTTP (${code})`);
  if (code === 'ERR_BAD_RESPONSE') return soon('closed', 'sent an answer that is incomplete or too long');
  if (code.startsWith('Z_')) return soon('bad_message', `sent compressed data that cannot be read (${code})`);
  return soon('closed', `failed (${code || messageOf(error)})`);
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function messageOf(error: unknown): string {
  return (error instanceof Error && printable(error.message)) || 'unknown error';
}

/** What an answer to the login without a token means. */
export function loginFailure(status: number, contentType: string): Failure {
  if (status === 401 || status === 403) {
    return { code: 'credentials', reason: `device refused the password (${status})`, retry: 'rarely' };
  }
  if (status >= 500) {
    return { code: 'server_error', reason: `device login service unavailable (${status})`, retry: 'soon' };
  }
  return { code: 'login', reason: loginComplaint(status, contentType), retry: 'slowly' };
}

function loginComplaint(status: number, contentType: string): string {
  if (status >= 300 && status < 400) {
    return `login redirected (${status}), which is not followed: check the REST address`;
  }
  if (status >= 400) return `login returned ${status}: check the REST address`;
  const kind = /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0];
  return `login returned no token${kind ? ` (${kind})` : ''}: check the REST address`;
}

/** The answer to the login is longer than any token. */
export const LOGIN_TOO_LONG: Failure = {
  code: 'login',
  reason: 'login response is too long for a token: check the REST address',
  retry: 'slowly',
};

const CLOSE_CODES: Readonly<Record<number, string>> = {
  1000: 'device closed the session (1000)',
  1001: 'device is going away (1001)',
  1005: 'device closed the session',
  1006: 'connection lost without a close frame (1006)',
  1011: 'device closed the session after an internal error (1011)',
  1012: 'device is restarting (1012)',
  1013: 'device is too busy (1013)',
};

/** What the closing of the WebSocket by the device means. */
export function closeFailure(closeCode: number, text: string): Failure {
  const said = printable(text);
  if (closeCode === 1008) {
    const reason = `device no longer accepts the token (1008${said && `, ${said}`})`;
    return { code: 'credentials', reason, retry: 'rarely' };
  }
  const meaning = CLOSE_CODES[closeCode] ?? `device closed the session (${closeCode})`;
  return { code: 'closed', reason: said ? `${meaning}: ${said}` : meaning, retry: 'soon' };
}

/**
 * What an error of a WebSocket means.
 * @param headers of the answer to the upgrade, where that is what it is about
 */
export function webSocketFailure(error: unknown, headers?: IncomingHttpHeaders): Failure {
  const code = codeOf(error);
  if (code === '' && headers !== undefined) return switchFailure(headers);
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
    return { code: 'bad_message', reason: 'device sent a message larger than 16 MiB', retry: 'soon' };
  }
  if (code.startsWith('WS_ERR')) {
    return { code: 'bad_message', reason: `device violated the WebSocket protocol (${code})`, retry: 'soon' };
  }
  return networkFailure(error, 'WebSocket address');
}
