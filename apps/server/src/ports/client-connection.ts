import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** More requests than these without an answer: nobody who means to read the answers sends so many on one connection. */
const MAX_UNANSWERED = 64;

/** The connection of one client to one of the ports. */
export class ClientConnection {
  /** Since when it has been opened, or has had its last answer; milliseconds of the monotonic clock. */
  private idleSince: number;
  private hadAnswers = false;
  private readonly unanswered = new Map<ServerResponse, IncomingMessage>();

  constructor(
    private readonly socket: Socket,
    private readonly now: () => number,
  ) {
    this.idleSince = now();
  }

  /** @returns whether the request is to be answered */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.socket.destroyed) return false;
    if (this.unanswered.size >= MAX_UNANSWERED) {
      this.close();
      return false;
    }
    this.unanswered.set(response, request);
    response.once('close', () => this.answered(response));
    return true;
  }

  /** Since when it has waited for a request, whole with its body; undefined while one is being answered. */
  get waitingSince(): number | undefined {
    for (const { complete } of this.unanswered.values()) if (complete) return undefined;
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
  }
}
