import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { ContentMark } from './content-mark';
import { refusalOf } from './sqlite-errors';
import type { WriteQueue } from './write-queue';

/** How long another program may keep the log from being emptied before that is said, in ms. */
const PATIENCE_MS = 60_000;

export interface CheckpointOptions {
  /** From a change until it is in the database file, in ms; also the shortest time between two checkpoints. */
  readonly delayMs: number;
  /** What the connection goes back to after a checkpoint, which waits for nobody. */
  readonly busyTimeoutMs: number;
}

/** Why something is left to do. */
interface Hindrance {
  readonly reason: string;
  /** For how long it is nothing to mention, in ms. */
  readonly toleratedMs: number;
}

/** One that goes away by itself, mostly. */
const OTHER_PROGRAM: Hindrance = {
  reason: 'another program has been using the database for a minute',
  toleratedMs: PATIENCE_MS,
};

interface CheckpointRow {
  /** 1 if something is left to do: another program is reading or writing. */
  readonly busy: number;
}

/**
 * Moves what is in the write-ahead log into the database file soon after each change, so that a copy of the file alone
 * has it, and empties the log, so that it keeps nothing that was deleted. Waits for nobody: when another program reads,
 * the rest is moved later.
 */
export class Checkpoints {
  private readonly logger = new Logger('Database');
  private timer: NodeJS.Timeout | undefined;
  private isDue = false;
  private dueSince = 0;
  private isFailing = false;
  private isClosed = false;

  constructor(
    private readonly source: DataSource,
    private readonly queue: WriteQueue,
    private readonly content: ContentMark,
    private readonly options: CheckpointOptions,
  ) {}

  /** Whether the log may have something that is not in the file. */
  get isPending(): boolean {
    return this.isDue;
  }

  /** Something has been written. */
  request(): void {
    if (!this.isDue) this.dueSince = performance.now();
    this.isDue = true;
    if (!this.isClosed) this.timer ??= setTimeout(() => void this.run(), this.options.delayMs).unref();
  }

  /** Moves what is there now, if there is anything, when the writes before it are done. Never rejects. */
  async run(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.queue.run(async () => {
      if (!this.isDue) return;
      this.isDue = false;
      const hindrance = await this.checkpoint();
      if (hindrance === null) this.reportSuccess();
      else this.retry(hindrance);
    });
  }

  /** A last run; none later. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.run();
    clearTimeout(this.timer);
  }

  /** @returns null if nothing is left to do */
  private async checkpoint(): Promise<Hindrance | null> {
    try {
      await this.source.query('PRAGMA busy_timeout = 0');
      const [row] = await this.source.query<CheckpointRow[]>('PRAGMA wal_checkpoint(TRUNCATE)');
      if (row?.busy === 0) await this.content.remember();
      return row?.busy === 1 ? OTHER_PROGRAM : null;
    } catch (error) {
      return { reason: refusalOf(error) ?? String(error), toleratedMs: 0 };
    } finally {
      await this.source.query(`PRAGMA busy_timeout = ${this.options.busyTimeoutMs}`).catch(() => undefined);
    }
  }

  private retry({ reason, toleratedMs }: Hindrance): void {
    const { dueSince } = this;
    this.request();
    this.dueSince = dueSince;
    if (this.isFailing || performance.now() - dueSince < toleratedMs) return;
    this.isFailing = true;
    this.logger.warn('write-ahead log cannot be emptied; a copy of the database file alone lacks the newest changes', {
      reason,
    });
  }

  private reportSuccess(): void {
    if (this.isFailing) this.logger.log('write-ahead log is emptied again');
    this.isFailing = false;
  }
}
