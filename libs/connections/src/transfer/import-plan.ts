import type { FieldProblem } from '@snp/http';
import type { Connection } from '../connection';
import type { ConnectionRules } from '../connection-rules';
import { OBJECT_TEMPLATES } from '@snp/protocol';
import { cleaned } from '../fields/cleaned';
import { changedColumns, columnsOf, type Columns } from '../fields/columns';
import { newDraft, type Contents } from '../dto/draft';
import type { ConflictRule, ImportOutcome } from '../dto/transfer.dto';
import type { ConnectionEntity } from '../records/connection.entity';
import { TakenNames } from '../validation/taken-names';
import type { ImportEntry } from './import-entry';

/** What becomes of an entry, and what is to be stored for it. */
export interface PlannedEntry {
  readonly position: number;
  readonly name: string | null;
  readonly outcome: ImportOutcome;
  readonly reasons: readonly FieldProblem[];
  /** The columns of a new row. */
  readonly row?: Columns;
  /** The columns that change of a row that exists. */
  readonly update?: { readonly id: number; readonly columns: Columns };
}

export interface StoredConnection {
  readonly row: ConnectionEntity;
  readonly connection: Connection;
}

/** Marks a name that an earlier entry of the same file has taken. */
const IN_THIS_FILE = -1;

/** Decides entry by entry, each in the light of what is stored and of the entries before it. */
export class ImportPlanner {
  private readonly names: TakenNames;

  constructor(
    private readonly stored: ReadonlyMap<number, StoredConnection>,
    private readonly rules: ConnectionRules,
    private readonly onConflict: ConflictRule,
  ) {
    this.names = new TakenNames([...stored.values()].map(({ connection }) => connection));
  }

  plan(entry: ImportEntry): PlannedEntry {
    const { wanted } = entry;
    if (wanted === undefined) return decided(entry, 'refused', entry.problems);
    const owner = this.names.ownerOf(wanted.name);
    if (owner === undefined) return this.planNew(entry, wanted);
    if (this.onConflict !== 'update') return decided(entry, 'skipped', [taken(entry.name)]);
    const existing = this.stored.get(owner);
    return existing === undefined
      ? decided(entry, 'refused', [twice(entry.name)])
      : this.planUpdate(entry, wanted, existing);
  }

  private planNew(entry: ImportEntry, wanted: Contents): PlannedEntry {
    const draft = newDraft({ objects: OBJECT_TEMPLATES.standard.objects, ...wanted });
    const problems = this.rules.ofNew(draft);
    if (problems.length > 0) return decided(entry, 'refused', problems);
    this.names.add({ id: IN_THIS_FILE, name: draft.name });
    if (draft.password !== '') return { ...decided(entry, 'added', []), row: columnsOf(draft) };
    return { ...decided(entry, 'added', [PASSWORD_MISSING]), row: columnsOf({ ...draft, enabled: false }) };
  }

  /** The name stays as it is stored, where the file has one that looks the same; so do objects, where it has none. */
  private planUpdate(entry: ImportEntry, wanted: Contents, { row, connection }: StoredConnection): PlannedEntry {
    const changes = cleaned({ ...wanted, name: connection.name }, connection);
    const problems = this.rules.ofChange(connection, changes);
    if (problems.length > 0) return decided(entry, 'refused', problems);
    this.names.add({ id: IN_THIS_FILE, name: connection.name });
    const columns = changedColumns(row, columnsOf(changes));
    if (Object.keys(columns).length === 0) return decided(entry, 'unchanged', []);
    return { ...decided(entry, 'updated', []), update: { id: row.id, columns } };
  }
}

export const PASSWORD_MISSING: FieldProblem = {
  pointer: '/password',
  message: 'is missing; the connection is added disabled',
};

function decided(
  { position, name }: ImportEntry,
  outcome: ImportOutcome,
  reasons: readonly FieldProblem[],
): PlannedEntry {
  return { position, name, outcome, reasons };
}

function taken(name: string | null): FieldProblem {
  return { pointer: '/name', message: `Connection '${name}' already exists, skipped` };
}

function twice(name: string | null): FieldProblem {
  return { pointer: '/name', message: `Connection '${name}' is in the file twice` };
}
