import { Logger } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

const LOOK_EVERY_MS = 1_000;

/** SQLite's smallest page. */
const LEAST_DATABASE_BYTES = 512;

interface GuardedFile {
  readonly path: string;
  readonly identity: string;
  readonly leastBytes: number;
}

export interface GuardOptions {
  /** Runs a look when no write is under way. */
  readonly betweenWrites: (look: () => Promise<unknown>) => Promise<unknown>;
  /** Whether the database file has other content than this program knows of. */
  readonly isOverwritten: () => Promise<boolean>;
  /** Called once when a file is missed, while the open ones can still be used. */
  readonly onFault: () => void;
}

/**
 * Watches that the files which the database has open are still those at their paths. An open file goes on taking writes
 * after it was removed or replaced, and they are lost when it is closed.
 */
export class FileGuard {
  private readonly logger = new Logger('Database');
  private reason: string | null = null;
  /** What is true until the files are opened anew. */
  private lasting: string | null = null;
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly files: readonly GuardedFile[],
    private readonly options: GuardOptions,
  ) {
    this.timer = setInterval(() => void options.betweenWrites(() => this.look()), LOOK_EVERY_MS).unref();
  }

  /**
   * @param database the database file as it was chosen
   * @param logs its write-ahead log and the index of that, where it has one
   */
  static async watch(database: string, logs: readonly string[], options: GuardOptions): Promise<FileGuard> {
    const files = [await guarded(database, LEAST_DATABASE_BYTES)];
    for (const log of logs) files.push(await guarded(log, 0));
    return new FileGuard(files, options);
  }

  /** Why what is written would be lost, and what to do, as of the last look; null if it would not. */
  get fault(): string | null {
    return this.reason;
  }

  /** Looks at the files now, during a write or between writes. @returns the {@link fault} */
  async look(): Promise<string | null> {
    let fault = this.lasting;
    for (const file of this.files) fault ??= await this.faultOf(file);
    fault ??= await this.contentFault();
    if (fault !== this.reason) this.report(fault);
    return fault;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async contentFault(): Promise<string | null> {
    if (!(await this.options.isOverwritten())) return null;
    const name = basename(this.files[0]?.path ?? '');
    this.lasting = `another program has overwritten ${name}; restart the exporter to use what it has now`;
    return this.lasting;
  }

  private async faultOf({ path, identity, leastBytes }: GuardedFile): Promise<string | null> {
    const name = basename(path);
    try {
      const now = await stat(path, { bigint: true });
      if (identityOf(now) !== identity) {
        return `${name} was replaced by another file; restart the exporter to use that one`;
      }
      if (now.size >= leastBytes) return null;
      // Whatever fills it again is not what is open.
      this.lasting = `${name} was emptied; stop the exporter, restore a backup and start it again`;
      return this.lasting;
    } catch (error) {
      return `${name} ${lossOf(error)}; put it back, or restore a backup and restart the exporter`;
    }
  }

  private report(fault: string | null): void {
    const isNew = this.reason === null;
    this.reason = fault;
    const path = this.files[0]?.path;
    if (fault === null) this.logger.log('database file is back; changes are accepted again', { path });
    else this.logger.error('database file was removed or replaced; changes are refused', { path, reason: fault });
    if (fault !== null && isNew && this.lasting === null) this.options.onFault();
  }
}

async function guarded(path: string, leastBytes: number): Promise<GuardedFile> {
  return { path, identity: identityOf(await stat(path, { bigint: true })), leastBytes };
}

function identityOf({ dev, ino }: { dev: bigint; ino: bigint }): string {
  return `${dev}:${ino}`;
}

function lossOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'was removed or moved' : `cannot be reached (${code})`;
}
