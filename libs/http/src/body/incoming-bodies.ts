import type { IncomingMessage } from 'node:http';

const MiB = 1024 * 1024;
const MOST_BYTES = 64 * MiB;

/**
 * The bodies that are on their way and held in memory, until each is complete. What clients hold back must not fill the
 * memory: when there is too much, the one that has been on its way for the longest is cut off.
 */
export class IncomingBodies {
  /** How much of each is here, the oldest first. */
  private readonly received = new Map<IncomingMessage, number>();
  private total = 0;

  /** @param largest body that is held; of a larger one, nothing is */
  constructor(
    private readonly largest: number,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  /** Counts a body from now on; whoever reads it must begin to do so at once. */
  watch(request: IncomingMessage): void {
    this.received.set(request, 0);
    request.on('data', (chunk: Buffer) => this.add(request, chunk.length));
    request.once('end', () => this.forget(request));
    request.once('close', () => this.forget(request));
  }

  private add(request: IncomingMessage, bytes: number): void {
    const before = this.received.get(request);
    if (before === undefined) return;
    if (before + bytes > this.largest) return this.forget(request);
    this.received.set(request, before + bytes);
    this.total += bytes;
    for (const [oldest, held] of this.received) {
      if (this.total <= this.mostBytes) return;
      if (held === 0) continue;
      this.forget(oldest);
      oldest.destroy();
    }
  }

  private forget(request: IncomingMessage): void {
    this.total -= this.received.get(request) ?? 0;
    this.received.delete(request);
  }
}
