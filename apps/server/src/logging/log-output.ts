import { standardOutput, type Sink } from './standard-output';

export interface LogOutputOptions {
  readonly sink?: Sink;
  /** How much is kept for a reader that does not read, in bytes. */
  readonly maxWaitingBytes?: number;
  /** How often a reader that does not read is tried again, in ms. */
  readonly retryMs?: number;
}

interface Entry {
  readonly bytes: Buffer;
  /** How many dropped lines it reports; 0 for a line of the log itself. */
  readonly reported: number;
}

/**
 * Writes log lines without ever waiting or throwing. A few are kept for a reader that is slow; those that cannot be
 * written are dropped and counted, and the count is logged when writing works again.
 */
export class LogOutput {
  private readonly sink: Sink;
  private readonly maxWaitingBytes: number;
  private readonly retryMs: number;
  private waiting: Entry[] = [];
  private waitingBytes = 0;
  /** How much of the first entry is written. */
  private writtenBytes = 0;
  private isMidLine = false;
  private unreported = 0;
  private reporting = 0;
  private timer: NodeJS.Timeout | undefined;
  private total = 0;

  /** Logs how many lines were dropped: by {@link write}, before it returns. */
  onDropped: (lines: number) => void = () => undefined;

  constructor({ sink = standardOutput(), maxWaitingBytes = 1_048_576, retryMs = 20 }: LogOutputOptions = {}) {
    this.sink = sink;
    this.maxWaitingBytes = maxWaitingBytes;
    this.retryMs = retryMs;
  }

  /** Lines that could not be written since the start. */
  get droppedLines(): number {
    return this.total;
  }

  write(line: string): void {
    const entry = { bytes: Buffer.from(line), reported: this.reporting };
    if (this.reporting === 0) {
      if (this.waiting.length === 0) this.report();
      else if (this.waitingBytes + entry.bytes.length > this.maxWaitingBytes) return this.drop(entry);
    }
    this.waiting.push(entry);
    this.waitingBytes += entry.bytes.length;
    if (this.timer === undefined && this.reporting === 0) this.flush();
  }

  private report(): void {
    this.reporting = this.unreported;
    this.unreported = 0;
    if (this.reporting > 0) this.onDropped(this.reporting);
    this.reporting = 0;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      while (this.waiting.length > 0) this.writeFirst();
      if (this.unreported === 0) return;
      this.report();
      this.flush();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') this.retryLater();
      else this.dropAll();
    }
  }

  private writeFirst(): void {
    const [{ bytes }] = this.waiting;
    if (this.isMidLine) this.sink(Buffer.from('\n'), 0);
    this.isMidLine = false;
    while (this.writtenBytes < bytes.length) this.writtenBytes += this.sink(bytes, this.writtenBytes);
    this.writtenBytes = 0;
    this.waitingBytes -= bytes.length;
    this.waiting.shift();
  }

  private retryLater(): void {
    this.timer = setTimeout(() => this.flush(), this.retryMs).unref();
  }

  private dropAll(): void {
    this.isMidLine ||= this.writtenBytes > 0;
    this.writtenBytes = 0;
    for (const entry of this.waiting) this.drop(entry);
    this.waiting = [];
    this.waitingBytes = 0;
  }

  private drop({ reported }: Entry): void {
    if (reported === 0) this.total++;
    this.unreported += reported === 0 ? 1 : reported;
  }
}
