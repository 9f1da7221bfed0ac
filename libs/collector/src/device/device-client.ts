import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { normaliseToken } from '@snp/protocol';
import axios, { isAxiosError } from 'axios';
import { restBase } from './addresses';
import { DeviceFailure } from '../failures/failure';
import { loginFailure, LOGIN_TOO_LONG } from '../failures/failures';

/** What is needed to log in. */
export interface Credentials {
  readonly restapi: string;
  readonly username: string;
  readonly password: string;
  /** Whether TLS that is no longer secure will do; false when missing. */
  readonly legacyTls?: boolean;
}

/** An answer to a read. */
export interface RestResponse {
  readonly status: number;
  readonly body: string;
}

/** A token has a few hundred bytes. */
const MAX_LOGIN_BYTES = 64 * 1024;
/** Configurations have some hundred kB. */
const MAX_READ_BYTES = 4 * 1024 * 1024;

/** Never a proxy or another address than the connection's: the password goes nowhere else. */
const http = axios.create({
  adapter: 'http',
  proxy: false,
  maxRedirects: 0,
  // Some devices end the lines of their headers with a line feed alone.
  insecureHTTPParser: true,
  responseType: 'text',
  transformResponse: (body: unknown) => body,
  validateStatus: () => true,
});

/** Makes the sockets of a client's requests. */
export type SocketSource = () => Promise<Duplex>;

/** An agent whose sockets come from `open`. With `isKept` it keeps one of them for the next request, until destroyed. */
export function agentOver(isSecure: boolean, open: SocketSource, isKept = false): HttpAgent {
  const options = { keepAlive: isKept, maxSockets: 1, maxFreeSockets: 1 };
  const agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  agent.createConnection = (_options, callback) => {
    open().then(
      (socket) => callback?.(null, socket),
      (error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
    );
    return undefined;
  };
  return agent;
}

/**
 * Logs in.
 * @returns the token for the `Authorization` header and for the WebSocket
 * @throws DeviceFailure for an answer without a token, and whatever the network throws
 */
export async function login(credentials: Credentials, agent: HttpAgent, signal: AbortSignal): Promise<string> {
  const { restapi, username, password } = credentials;
  const url = `${restBase(restapi)}auth`;
  const options = { ...agents(agent), signal, maxContentLength: MAX_LOGIN_BYTES };
  const { status, data, headers } = await http.post<string>(url, { username, password }, options).catch(rethrow);
  const token = status >= 200 && status < 300 ? normaliseToken(data) : undefined;
  if (token === undefined) throw new DeviceFailure(loginFailure(status, String(headers['content-type'] ?? '')));
  return token;
}

function rethrow(error: unknown): never {
  // Axios has no code of its own for an answer that is too long.
  const isTooLong = isAxiosError(error) && error.message.startsWith('maxContentLength');
  throw isTooLong ? new DeviceFailure(LOGIN_TOO_LONG) : error;
}

/**
 * Reads below a device's REST address, at most 4 MiB.
 * @param path without a slash before it
 */
export async function read(
  restapi: string,
  path: string,
  token: string,
  agent: HttpAgent,
  signal: AbortSignal,
): Promise<RestResponse> {
  const { status, data } = await http.get<string>(restBase(restapi) + path, {
    ...agents(agent),
    signal,
    maxContentLength: MAX_READ_BYTES,
    headers: { Authorization: token },
  });
  return { status, body: data };
}

function agents(agent: HttpAgent): { httpAgent: HttpAgent; httpsAgent: HttpAgent } {
  return { httpAgent: agent, httpsAgent: agent };
}
