import { get, type ClientRequest, type IncomingMessage } from 'node:http';

/** An event as a browser would see it. */
export interface Heard {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

/** Somebody who listens to the event stream. */
export class Listener {
  readonly events: Heard[] = [];
  /** Comments, and what else is no event. */
  readonly asides: string[] = [];
  /** The id that a browser would name when it comes back. */
  lastId = '';
  isOver = false;
  private rest = '';

  private constructor(
    private readonly request: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
    response.on('close', () => (this.isOver = true)).on('error', () => undefined);
  }

  static open(url: string, headers: Record<string, string> = {}): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const request = get(`${url}/api/stream`, { headers, agent: false });
      request.once('response', (response) => resolve(new Listener(request, response)));
      request.on('error', reject);
    });
  }

  named(event: string): Heard[] {
    return this.events.filter((heard) => heard.event === event);
  }

  /** Reads nothing more until told. */
  pause(): void {
    this.response.pause();
  }

  resume(): void {
    this.response.resume();
  }

  close(): void {
    this.request.destroy();
  }

  private take(chunk: string): void {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.takeBlock(block);
  }

  private takeBlock(block: string): void {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    const event = fields.get('event');
    this.lastId = fields.get('id') ?? this.lastId;
    if (event === undefined) this.asides.push(block);
    else this.events.push({ id: fields.get('id'), event, data: JSON.parse(fields.get('data') ?? 'null') });
  }
}

/** Waits for a condition; a test that waits too long fails with what it last saw. */
export async function until(
  isSo: () => boolean,
  what: () => unknown = () => isSo.toString(),
  ms = 25_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`timed out waiting: ${JSON.stringify(what())}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
