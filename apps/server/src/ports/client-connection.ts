import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** More requests than these without an answer: nobody who means to read the answers sends so many on one connection. */
const MAX_UNANSWERED = 64;

interface Unanswered {
  readonly request: IncomingMessage;
  readonly answer: RequestListener;
}

/** The connection of one client to one of the ports. */
export class ClientConnection {
  /** Since when it has been opened, or has had its last answer; milliseconds of the monotonic clock. */
  private idleSince: number;
  private hadAnswers = false;
  private readonly unanswered = new Map<ServerResponse, Unanswered>();

  constructor(
    private readonly socket: Socket,
    private readonly now: () => number,
  ) {
    this.idleSince = now();
  }

  /**
   * Has a request answered, after those that came before it on this connection: answers that are made ahead would wait
   * in memory. Closes the connection of a client that sends too many.
   */
  take(request: IncomingMessage, response: ServerResponse, answer: RequestListener): void {
    if (this.socket.destroyed) return;
    if (this.unanswered.size >= MAX_UNANSWERED) return this.close();
    const isFirst = this.unanswered.size === 0;
    this.unanswered.set(response, { request, answer });
    response.once('close', () => this.answered(response));
    if (isFirst) answer(request, response);
  }

  /** Since when it has waited for a request, whole with its body; undefined while one is being answered. */
  get waitingSince(): number | undefined {
    for (const { request } of this.unanswered.values()) if (request.complete) return undefined;
    return this.idleSince;
  }

  /** Since when the client has had its last answer. */
  get servedSince(): number {
    return this.idleSince;
  }

  /** The client leaves bytes unread that are there for it. */
  get isBehind(): boolean {
    return this.socket.writableLength > 0;
  }

  /** It has had its answers, and no request has begun since. */
  get isIdle(): boolean {
    return this.hadAnswers && this.unanswered.size === 0;
  }

  close(): void {
    this.socket.destroy();
  }

  private answered(response: ServerResponse): void {
    this.unanswered.delete(response);
    this.hadAnswers = true;
    this.idleSince = this.now();
    const [next] = this.unanswered;
    if (next === undefined || this.socket.destroyed) return;
    next[1].answer(next[1].request, next[0]);
  }
}
