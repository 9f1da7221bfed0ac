import type { Response } from 'express';
import type { StreamSettings } from './stream-settings';

/** The newest summary of each device, as text for the wire. */
export type Summaries = ReadonlyMap<number, string>;

/** One listener. What it reads too slowly is at most one summary of each device and a few events. */
export class StreamClient {
  /** Devices whose newest summary it has not got. */
  private readonly pending = new Set<number>();

  constructor(
    private readonly response: Response,
    private readonly settings: Pick<StreamSettings, 'summaryBacklogBytes' | 'maxBacklogBytes'>,
  ) {}

  /** Sends what must not be left out; closes a listener that does not read. */
  send(text: string): void {
    if (this.backlog > this.settings.maxBacklogBytes) this.response.destroy();
    else this.response.write(text);
  }

  /** Sends a comment, unless there is enough to read already. */
  sendHeartbeat(): void {
    if (!this.isBehind) this.response.write(': still here\n\n');
  }

  /**
   * Sends the summaries that have just changed, and those that it is pending; or owes them too.
   * @param changed ids of the devices, and all their frames in one piece, made once for all listeners
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

  /** Bytes that wait to be read. */
  private get backlog(): number {
    return this.response.writableLength;
  }
}
