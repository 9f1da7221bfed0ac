import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { UnknownMisbehaviour } from '../faults/misbehaviour';
import type { Fleet } from '../fleet/fleet';
import { isBody, type Body } from '../statuses/generator';
import { BadRequest, describeFaults, DEVICE_ROUTES } from './routes';
import { devicesBy } from './selection';

const LONGEST_BODY = 1024 * 1024;
const LOOPBACK = '127.0.0.1';
const DEVICE_PATH = /^\/devices\/([^/]+)(\/.*)?$/;

export interface ControlServer {
  readonly port: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The control API of a fleet, on loopback only. Port 0 takes any that is free. */
export async function startControl(fleet: Fleet, port = 0): Promise<ControlServer> {
  const server = createServer((request, response) => {
    void answer(fleet, request)
      .catch(failure)
      .then(({ status, body }) => send(response, status, body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(fleet: Fleet, request: IncomingMessage): Promise<Answer> {
  const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0]);
  if (path === '/') return { status: 200, body: overview() };
  if (path === '/faults') return { status: 200, body: describeFaults() };
  if (path === '/devices') return { status: 200, body: DEVICE_ROUTES[0].run(fleet.devices, {}) };
  const [, which, rest = ''] = DEVICE_PATH.exec(path) ?? [];
  const route = DEVICE_ROUTES.find((candidate) => candidate.path === rest && candidate.method === request.method);
  if (which === undefined || !route) return { status: 404, body: { error: 'Not found. GET / lists the endpoints.' } };
  const devices = devicesBy(fleet, which);
  if (devices.length === 0) return { status: 404, body: { error: `There is no device "${which}".` } };
  const result = await route.run(devices, request.method === 'POST' ? await readBody(request) : {});
  return { status: 200, body: result ?? { devices: devices.map(({ name }) => name) } };
}

function overview(): Body {
  return {
    'GET /devices': 'all devices',
    'GET /faults': 'all faults, with their options',
    ...Object.fromEntries(
      DEVICE_ROUTES.map(({ method, path, summary }) => [`${method} /devices/{number, name or all}${path}`, summary]),
    ),
  };
}

/** Only JSON, declared as such: a page in a browser cannot send that here without being asked first. */
async function readBody(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > LONGEST_BODY) throw new BadRequest('The body is too long.');
  }
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
    throw new BadRequest('The body must be JSON, with "Content-Type: application/json".');
  }
  const body = text === '' ? {} : parsed(text);
  if (!isBody(body)) throw new BadRequest('The body must be a JSON object.');
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Told to the sender as a body that is not a JSON object.
  }
}

function failure(error: unknown): Answer {
  const isSendersFault =
    error instanceof BadRequest || error instanceof UnknownMisbehaviour || error instanceof URIError;
  return {
    status: isSendersFault ? 400 : 500,
    body: { error: error instanceof Error ? error.message : String(error) },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
    .end(`${JSON.stringify(body, null, 2)}\n`);
}
