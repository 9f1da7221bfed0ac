import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { ConnectionChanges } from '../connection-changes';
import { ConnectionRules } from '../connection-rules';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from '../connections-options';
import type { ConflictRule, ImportResultDto } from '../dto/transfer.dto';
import { ProblemError, unreadable } from '@snp/http';
import { ConnectionsRepository, type ConnectionRows } from '../records/connections.repository';
import { StoredConnectionReader } from '../records/stored-connection';
import { Timestamps } from '../time';
import { Turns } from '../turns';
import { importEntry, type ImportEntry } from './import-entry';
import { ImportPlanner, type PlannedEntry, type StoredConnection } from './import-plan';
import { ImportQueue } from './import-queue';
import { importResult } from './import-result';
import { readFile } from './read-file';
import { receiveFile } from './received-file';

export interface ImportOptions {
  readonly isDryRun: boolean;
  readonly onConflict: ConflictRule;
  readonly report: (progress: ImportProgress) => void;
  /** Ends the import, before anything is stored. */
  readonly signal: AbortSignal;
}

/** How far an import is. */
export interface ImportProgress {
  readonly phase: 'checking' | 'storing';
  readonly done: number;
  readonly total: number;
}

/** How often progress is told, in entries. */
const REPORT_EVERY = 250;
const ROWS_AT_ONCE = 250;

/** Takes connections from a file: the good ones in one transaction, the others listed with their reasons. */
@Injectable()
export class ImportService {
  private readonly queue = new ImportQueue();

  constructor(
    @Inject(CONNECTIONS_OPTIONS) private readonly options: ConnectionsOptions,
    private readonly timestamps: Timestamps,
    private readonly repository: ConnectionsRepository,
    private readonly reader: StoredConnectionReader,
    private readonly rules: ConnectionRules,
    private readonly changes: ConnectionChanges,
  ) {}

  /**
   * @param file its bytes; none of them are read before its turn comes
   * @param mediaType that the file is said to have
   * @throws ProblemError 400, 408, 409, 413, 422, 429, 503; the signal's reason when it ends the import
   */
  async import(
    file: Readable | undefined,
    mediaType: string | undefined,
    options: ImportOptions,
  ): Promise<ImportResultDto> {
    if (file === undefined) throw unreadable('The request has no body; send a file of connections.');
    return this.queue.run(options.signal, async () =>
      this.importEntries(await this.read(file, mediaType, options), options),
    );
  }

  private async importEntries(entries: readonly ImportEntry[], options: ImportOptions): Promise<ImportResultDto> {
    if (options.isDryRun) {
      return importResult(await this.plan(await this.repository.all(), entries, options), options);
    }
    const { plan, added } = await this.repository.change(async (rows) => {
      const planned = await this.plan(await rows.all(), entries, options);
      return { plan: planned, added: await this.store(rows, planned, options) };
    });
    this.changes.announce({ kind: 'added', ids: added });
    this.changes.announce({ kind: 'changed', ids: plan.flatMap(({ update }) => update?.id ?? []) });
    return importResult(plan, options);
  }

  private async read(
    file: Readable,
    mediaType: string | undefined,
    { report, signal }: ImportOptions,
  ): Promise<ImportEntry[]> {
    const turns = new Turns();
    const entries: ImportEntry[] = [];
    const received = await receiveFile(file, signal);
    for await (const batch of readFile(received, mediaType, { signal, worker: this.options.importWorker })) {
      for (const entry of batch.entries) {
        await turns.next();
        signal.throwIfAborted();
        if (entries.length % REPORT_EVERY === 0) {
          report({ phase: 'checking', done: entries.length, total: batch.total });
        }
        entries.push(importEntry(entry, entries.length + 1));
      }
    }
    return entries;
  }

  /** @throws ProblemError 409 where a name is taken and the import is to fail then */
  private async plan(
    stored: Awaited<ReturnType<ConnectionRows['all']>>,
    entries: readonly ImportEntry[],
    { onConflict }: ImportOptions,
  ): Promise<PlannedEntry[]> {
    const turns = new Turns();
    const existing = new Map<number, StoredConnection>();
    for (const row of stored) {
      await turns.next();
      existing.set(row.id, { row, connection: this.reader.read(row) });
    }
    const planner = new ImportPlanner(existing, this.rules, onConflict);
    const plan: PlannedEntry[] = [];
    for (const entry of entries) {
      await turns.next();
      plan.push(planner.plan(entry));
    }
    if (onConflict === 'fail') refuseConflicts(plan);
    return plan;
  }

  /** @returns the ids of the new rows */
  private async store(
    rows: ConnectionRows,
    plan: readonly PlannedEntry[],
    { report, signal }: ImportOptions,
  ): Promise<number[]> {
    const at = this.timestamps.now();
    const turns = new Turns();
    const created = plan.flatMap(({ row }) => (row ? [row] : []));
    const updates = plan.flatMap(({ update }) => update ?? []);
    const total = created.length + updates.length;
    const ids: number[] = [];
    for (let from = 0; from < created.length; from += ROWS_AT_ONCE) {
      signal.throwIfAborted();
      ids.push(...(await rows.insert(created.slice(from, from + ROWS_AT_ONCE), at)));
      report({ phase: 'storing', done: ids.length, total });
    }
    for (const [index, { id, columns }] of updates.entries()) {
      await turns.next();
      signal.throwIfAborted();
      await rows.update([id], columns, at);
      if (index % REPORT_EVERY === 0) report({ phase: 'storing', done: ids.length + index + 1, total });
    }
    return ids;
  }
}

function refuseConflicts(plan: readonly PlannedEntry[]): void {
  const conflicts = plan.filter(({ outcome }) => outcome === 'skipped');
  if (conflicts.length === 0) return;
  throw new ProblemError(
    409,
    'name-taken',
    'The name is taken',
    `${conflicts.length} connections in the file already exist. Nothing was imported.`,
    conflicts.map(({ position, name }) => ({
      pointer: `/connections/${position - 1}/name`,
      message: `Connection '${name}' already exists`,
    })),
  );
}
