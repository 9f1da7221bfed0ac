import type { Response } from 'express';
import type { StreamSettings } from './stream-settings';

/** The newest summary of each device, as text for the wire. */
export type Summaries = ReadonlyMap<number, string>;

/** One client. Its backlog is limited to one summary per device and a few events. */
export class StreamClient {
  /** Devices whose newest summary is still to be sent. */
  private readonly pending = new Set<number>();

  constructor(
    private readonly response: Response,
    readonly address: string,
    private readonly settings: Pick<StreamSettings, 'summaryBacklogBytes' | 'maxBacklogBytes'>,
  ) {}

  /** Sends an event that must not be left out; closes a client that does not read. */
  send(text: string): void {
    if (this.backlog > this.settings.maxBacklogBytes) this.response.destroy();
    else this.response.write(text);
  }

  /** Sends a comment, unless the client has unread data. */
  sendHeartbeat(): void {
    if (!this.isBehind) this.response.write(': keep-alive\n\n');
  }

  /**
   * Sends the changed summaries and those still pending; while the client is behind, marks them as pending.
   * @param changed ids of the devices, and all their frames as one buffer, shared by all clients
   */
  offer(changed: { readonly ids: readonly number[]; readonly frames: Buffer }, newest: Summaries): void {
    if (this.isBehind) {
      for (const id of changed.ids) this.pending.add(id);
      return;
    }
    if (this.pending.size > 0) this.sendPending(changed.ids, newest);
    if (changed.ids.length > 0) this.response.write(changed.frames);
  }

  end(): void {
    this.response.end();
  }

  private sendPending(fresh: readonly number[], newest: Summaries): void {
    for (const id of fresh) this.pending.delete(id);
    const frames = [...this.pending].flatMap((id) => newest.get(id) ?? []);
    this.pending.clear();
    if (frames.length > 0) this.response.write(frames.join(''));
  }

  private get isBehind(): boolean {
    return this.backlog > this.settings.summaryBacklogBytes;
  }

  /** Unread bytes. */
  private get backlog(): number {
    return this.response.writableLength;
  }
}
