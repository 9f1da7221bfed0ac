import type { Socket } from 'node:net';

/** How bytes travel: as they come, not at all, a few at a time, or into nothing. */
export type Flow =
  | { readonly kind: 'pass' }
  | { readonly kind: 'stall' }
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  | { readonly kind: 'discard' };

const MAX_WAITING = 64 * 1024;
const DRIPS_PER_SECOND = 20;

/** Carries bytes from one socket to another. */
export class Pump {
  private waiting: Buffer = Buffer.alloc(0);
  private hasEnded = false;
  private dripping: NodeJS.Timeout | undefined;
  private allowance = 0;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private flow: Flow,
  ) {
    from.on('data', (bytes) => this.take(bytes));
    from.on('end', () => {
      this.hasEnded = true;
      this.carry();
    });
    to.on('drain', () => this.carry());
    this.change(flow);
  }

  change(flow: Flow): void {
    this.flow = flow;
    clearInterval(this.dripping);
    if (flow.kind === 'drip')
      this.dripping = setInterval(() => this.drip(flow.bytesPerSecond), 1000 / DRIPS_PER_SECOND);
    this.carry();
  }

  stop(): void {
    clearInterval(this.dripping);
  }

  private take(bytes: Buffer): void {
    if (this.flow.kind === 'discard') return;
    this.waiting = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes]);
    this.carry();
  }

  private carry(): void {
    if (this.flow.kind === 'pass' && !this.to.writableNeedDrain) this.write(this.waiting.length);
    const isFull = this.waiting.length >= MAX_WAITING;
    if (this.flow.kind === 'stall' || isFull) this.from.pause();
    else this.from.resume();
  }

  private drip(bytesPerSecond: number): void {
    this.allowance = Math.min(this.allowance + bytesPerSecond / DRIPS_PER_SECOND, Math.max(1, bytesPerSecond));
    const whole = Math.floor(this.allowance);
    this.allowance -= whole;
    this.write(whole);
    this.carry();
  }

  private write(count: number): void {
    const bytes = this.waiting.subarray(0, count);
    this.waiting = this.waiting.subarray(count);
    if (bytes.length > 0) this.to.write(bytes);
    if (this.hasEnded && this.waiting.length === 0 && this.flow.kind !== 'discard') this.to.end();
  }
}
