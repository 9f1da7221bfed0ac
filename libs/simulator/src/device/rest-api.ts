import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Place } from '../faults/fault';
import { consoleStatus } from './configuration/console';
import type { DeviceContext } from './device-context';

const LONGEST_BODY = 64 * 1024;
const ELEMENT = /^\/api\/elements\/([^/]+)\/(config|status)\/([^/]+)$/;

/** Which of the device's services a path belongs to. */
export function placeOf(request: IncomingMessage): Place {
  const path = pathOf(request);
  if (path === '/api/auth') return 'auth';
  if (path === '/api/console/status') return 'console';
  if (path === '/smm') return 'upgrade';
  const kind = ELEMENT.exec(path)?.[2];
  return kind === 'config' || kind === 'status' ? kind : 'elsewhere';
}

/** The REST service of a device. */
export class RestApi {
  constructor(private readonly context: DeviceContext) {}

  async handle(place: Place, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (place === 'auth') return this.authenticate(request, response);
    this.count(place, request, response);
    request.resume();
    if (!this.context.tokens.accepts(request.headers.authorization)) return text(response, 401, 'Unauthorized');
    if (place === 'config') await this.takeTime();
    const answer = this.answer(place, pathOf(request));
    if (answer === undefined) return text(response, 404, 'Not Found');
    json(response, answer);
  }

  private count(place: Place, request: IncomingMessage, response: ServerResponse): void {
    const { counters, requests } = this.context;
    counters.requests += 1;
    if (place === 'config') counters.configurations += 1;
    response.on('close', requests.start(pathOf(request)));
  }

  private async takeTime(): Promise<void> {
    const { clock, configurationMs } = this.context;
    if (configurationMs > 0) await new Promise<void>((resolve) => clock.after(configurationMs, resolve));
  }

  private async authenticate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return text(response, 405, 'Method Not Allowed');
    const { counters, credentials, tokens, clock } = this.context;
    const given = parsed(await read(request));
    if (given?.username === credentials.user && given.password === credentials.password) {
      return text(response, 200, tokens.issue(credentials.user, clock.now()));
    }
    counters.refusals += 1;
    text(response, 401, 'Invalid username or password');
  }

  private answer(place: Place, path: string): unknown {
    const { model } = this.context;
    if (place === 'console') return consoleStatus(model);
    const [, element, kind, id] = ELEMENT.exec(path) ?? [];
    if (!this.isOwn(element)) return undefined;
    if (kind === 'status') return this.status(id);
    return this.context.configurations.get(decodeURIComponent(id));
  }

  private isOwn(element: string | undefined): boolean {
    const { address, managementAddress } = this.context.model.identity;
    return element === '127.0.0.1' || element === address || element === managementAddress;
  }

  private status(id: string): unknown {
    const { statuses } = this.context;
    const listed = statuses.list().find((object) => object.id === decodeURIComponent(id));
    const object = listed && statuses.peek(listed.type, listed.id);
    return object && new Raw(statuses.text(object));
  }
}

/** Text that is JSON already, or, on a device that misbehaves, only looks like it. */
class Raw {
  constructor(readonly text: string) {}
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0];
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(body);
}

function json(response: ServerResponse, answer: unknown): void {
  const body = answer instanceof Raw ? answer.text : JSON.stringify(answer);
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(body);
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) {
    body += String(piece);
    if (body.length > LONGEST_BODY) return '';
  }
  return body;
}

function parsed(body: string): { username?: unknown; password?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // Not JSON: no credentials, refused like wrong ones.
  }
}
