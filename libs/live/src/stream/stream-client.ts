import type { Answer } from '@snp/http';
import type { Response } from 'express';
import type { StreamSettings } from './stream-settings';

const HEARTBEAT = Buffer.from(': keep-alive\n\n');

/** The newest summary of each device, as text for the wire. */
export type Summaries = ReadonlyMap<number, string>;

/** One client. Its backlog is limited to one summary per device and a few events. */
export class StreamClient {
  /** Devices whose newest summary is still to be sent. */
  private readonly pending = new Set<number>();

  constructor(
    private readonly response: Response,
    readonly address: string,
    private readonly settings: Pick<StreamSettings, 'summaryBacklogBytes' | 'maxBacklogBytes' | 'maxBacklogWrites'>,
    /** Counts what this client has not read. */
    private readonly answer: Answer,
  ) {}

  /**
   * Sends an event that must not be left out; closes a client that does not read.
   * @param frame shared by all clients
   */
  send(frame: Buffer): void {
    const { maxBacklogBytes, maxBacklogWrites } = this.settings;
    const isFull = this.backlog > maxBacklogBytes || this.answer.unreadPieces >= maxBacklogWrites;
    if (isFull) this.response.destroy();
    else this.write(frame);
  }

  /** Sends a comment, unless the client has unread data. */
  sendHeartbeat(): void {
    if (!this.isBehind) this.write(HEARTBEAT);
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
    if (changed.ids.length > 0) this.write(changed.frames);
  }

  end(): void {
    this.response.end();
  }

  /** As many as a client may have unread; the rest stays pending, since these are for this client alone. */
  private sendPending(fresh: readonly number[], newest: Summaries): void {
    for (const id of fresh) this.pending.delete(id);
    const frames: string[] = [];
    let size = 0;
    for (const id of this.pending) {
      if (size > this.settings.summaryBacklogBytes) break;
      this.pending.delete(id);
      const frame = newest.get(id) ?? '';
      frames.push(frame);
      size += frame.length;
    }
    if (size > 0) this.write(Buffer.from(frames.join('')));
  }

  private write(bytes: Buffer): void {
    this.answer.add(bytes);
    this.response.write(bytes, () => this.answer.took());
  }

  private get isBehind(): boolean {
    return this.backlog > this.settings.summaryBacklogBytes;
  }

  /** Unread bytes. */
  private get backlog(): number {
    return this.response.writableLength;
  }
}
