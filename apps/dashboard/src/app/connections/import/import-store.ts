import { Injectable, computed, inject, signal } from '@angular/core';
import type { ConflictRule, ImportResult } from '../../core/api/models';
import { RefusedError, problemFrom, problemOf, type Problem } from '../../core/api/problem';
import { STREAM_FETCH } from '../../core/stream/event-stream';
import { postForEvents } from '../../core/stream/post-for-events';

/** The server's limit. */
const MAX_BYTES = 64 * 1024 * 1024;

export type ImportPhase = 'choose' | 'checking' | 'checked' | 'applying' | 'applied';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** An import: choose a file, check it, apply it. */
@Injectable()
export class ImportStore {
  private readonly fetch = inject(STREAM_FETCH);
  private readonly _phase = signal<ImportPhase>('choose');
  private readonly _file = signal<File | null>(null);
  private readonly _rule = signal<ConflictRule>('skip');
  private readonly _result = signal<ImportResult | null>(null);
  private readonly _progress = signal<ImportProgress | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private bytes = new ArrayBuffer(0);
  private stop = new AbortController();

  readonly phase = this._phase.asReadonly();
  readonly file = this._file.asReadonly();
  /** What happens to existing connections. */
  readonly rule = this._rule.asReadonly();
  /** The result of the check, or of the import. */
  readonly result = this._result.asReadonly();
  readonly progress = this._progress.asReadonly();
  readonly problem = this._problem.asReadonly();
  /** Whether applying would change anything. */
  readonly hasChanges = computed(() => {
    const result = this.result();
    return result !== null && result.imported + result.updated > 0;
  });

  /** Chooses a file and has the server check it. */
  async choose(file: File): Promise<void> {
    this._file.set(file);
    this._result.set(null);
    const fault = sizeFault(file.size);
    if (fault !== null) {
      this.cancel();
      this._phase.set('choose');
      this._problem.set(fault);
      return;
    }
    // As they are: the server tells when they are not UTF-8.
    this.bytes = await file.arrayBuffer();
    await this.check();
  }

  async setRule(rule: ConflictRule): Promise<void> {
    this._rule.set(rule);
    if (this._file()) await this.check();
  }

  /** Applies the checked file. */
  apply(): Promise<void> {
    return this.send(false, 'applying', 'applied', 'checked');
  }

  /** Cancels the request; the server rolls back what it has not finished. */
  cancel(): void {
    this.stop.abort();
  }

  private check(): Promise<void> {
    return this.send(true, 'checking', 'checked', 'choose');
  }

  private async send(isDryRun: boolean, during: ImportPhase, after: ImportPhase, back: ImportPhase): Promise<void> {
    this.cancel();
    const { signal: aborted } = (this.stop = new AbortController());
    this._phase.set(during);
    this._problem.set(null);
    this._progress.set(null);
    try {
      const result = await this.request(isDryRun, aborted);
      if (aborted.aborted) return;
      this._result.set(result);
      this._phase.set(after);
    } catch (error) {
      if (this.stop.signal !== aborted) return;
      if (!aborted.aborted) this._problem.set(problemOf(error));
      this._phase.set(back);
    }
  }

  private async request(isDryRun: boolean, signal: AbortSignal): Promise<ImportResult> {
    const query = new URLSearchParams({ dry_run: String(isDryRun), on_conflict: this._rule() });
    const contentType = typeOf(this._file()?.name ?? '');
    const url = `/api/import?${query.toString()}`;
    for await (const { event, data } of postForEvents(this.fetch, url, { contentType, body: this.bytes, signal })) {
      if (event === 'progress') this._progress.set(JSON.parse(data) as ImportProgress);
      else if (event === 'result') return JSON.parse(data) as ImportResult;
    }
    throw new RefusedError(problemFrom(0, { title: $localize`The response was interrupted` }));
  }
}

function sizeFault(bytes: number): Problem | null {
  if (bytes === 0) return { status: 400, title: $localize`The file is empty`, detail: '', errors: [] };
  if (bytes <= MAX_BYTES) return null;
  return { status: 413, title: $localize`The file is larger than 64 MiB`, detail: '', errors: [] };
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['csv', 'text/csv'],
  ['tsv', 'text/csv'],
  ['json', 'application/json'],
]);

/** The media type of a file by the end of its name; the server finds out what others are. */
export function typeOf(name: string): string {
  return TYPES.get(name.split('.').pop()?.toLowerCase() ?? '') ?? 'application/octet-stream';
}
