import { Injectable } from '@nestjs/common';
import { notFound, requireMatch } from '@snp/http';
import type { Connection } from './connection';
import { ConnectionChanges } from './connection-changes';
import { ConnectionRules, refuse } from './connection-rules';
import { cleaned } from './fields/cleaned';
import { columnsOf, type Columns } from './fields/columns';
import { changesOf, draftOf, replacementOf } from './dto/draft';
import type { Changes } from './fields/connection-fields';
import type { CreateConnectionDto } from './dto/create-connection.dto';
import type { DuplicateConnectionDto } from './dto/duplicate-connection.dto';
import type { PatchConnectionDto } from './dto/patch-connection.dto';
import type { ReplaceConnectionDto } from './dto/replace-connection.dto';
import type { ConnectionEntity } from './records/connection.entity';
import { ConnectionsRepository, type ConnectionRows } from './records/connections.repository';
import { entityTag } from './records/entity-tag';
import { SharedRead } from './records/shared-read';
import { StoredConnectionReader } from './records/stored-connection';
import { TakenNames } from './validation/taken-names';
import { Timestamps } from './time';
import { withoutHidden } from './validation/hidden-characters';
import { NAME_LIMITS } from './validation/texts';
import { trimmed } from './validation/white-space';

/** A stored connection after a change. */
export interface Saved {
  readonly id: number;
  readonly entityTag: string;
}

/** What is wanted: the stored connections, and the rules for changing them. */
@Injectable()
export class ConnectionsService {
  private readonly all = new SharedRead(async () => this.reader.readAll(await this.repository.all()));

  constructor(
    private readonly timestamps: Timestamps,
    private readonly repository: ConnectionsRepository,
    private readonly reader: StoredConnectionReader,
    private readonly rules: ConnectionRules,
    private readonly changes: ConnectionChanges,
  ) {}

  /** All connections, enabled or not, in the order of their ids; shared by those who ask at the same time. */
  wanted(): Promise<readonly Connection[]> {
    return this.all.get();
  }

  async find(id: number): Promise<Connection | null> {
    return (await this.findTagged(id))?.connection ?? null;
  }

  /** A connection and the tag that `If-Match` is compared with. */
  async findTagged(id: number): Promise<{ connection: Connection; entityTag: string } | null> {
    const found = await this.repository.find(id);
    if (found === null) return null;
    return { connection: this.reader.read(found.row, found.isNamesake), entityTag: entityTag(found.row) };
  }

  /** @throws ProblemError 409, 422, 503 */
  async add(dto: CreateConnectionDto): Promise<Saved> {
    const draft = draftOf(dto);
    refuse(this.rules.ofNew(draft));
    return this.insert((names) => {
      names.refuse(draft.name);
      return columnsOf(draft);
    });
  }

  /** @throws ProblemError 404, 409, 412, 422, 503 */
  replace(id: number, dto: ReplaceConnectionDto, ifMatch?: string): Promise<Saved> {
    return this.change(id, replacementOf(dto), ifMatch);
  }

  /** @throws ProblemError 404, 409, 412, 422, 503 */
  patch(id: number, dto: PatchConnectionDto, ifMatch?: string): Promise<Saved> {
    return this.change(id, changesOf(dto), ifMatch);
  }

  /** @throws ProblemError 404, 412, 503 */
  async remove(id: number, ifMatch?: string): Promise<void> {
    await this.repository.change(async (rows) => {
      requireVersion(await existing(rows, id), ifMatch);
      await rows.remove([id]);
    });
    this.changes.announce({ kind: 'removed', ids: [id] });
  }

  /**
   * Adds a copy, password included, under another name.
   * @throws ProblemError 404, 409, 422, 503
   */
  duplicate(id: number, { name: given, enabled = false }: DuplicateConnectionDto): Promise<Saved> {
    const name = given === undefined ? undefined : trimmed(given);
    return this.insert(async (names, rows) => {
      const original = this.reader.read(await existing(rows, id));
      if (name !== undefined) names.refuse(name);
      const copy = { ...original, name: name ?? nameOfCopy(original.name, names) };
      refuse(this.rules.ofChange({ ...original, enabled: false }, { enabled }));
      return columnsOf({ ...copy, enabled });
    });
  }

  private async insert(make: (names: TakenNames, rows: ConnectionRows) => Columns | Promise<Columns>): Promise<Saved> {
    const saved = await this.repository.change(async (rows) => {
      const columns = await make(new TakenNames(await rows.names()), rows);
      const [id = NaN] = await rows.insert([columns], this.timestamps.now());
      return { id, entityTag: entityTag(await existing(rows, id)) };
    });
    this.changes.announce({ kind: 'added', ids: [saved.id] });
    return saved;
  }

  private async change(id: number, given: Changes, ifMatch: string | undefined): Promise<Saved> {
    const saved = await this.repository.change(async (rows) => {
      const row = await existing(rows, id);
      requireVersion(row, ifMatch);
      const stored = this.reader.read(row);
      const changes = cleaned(given, stored);
      refuse(this.rules.ofChange(stored, changes));
      if (changes.name !== undefined && changes.name !== stored.name) await refuseTaken(rows, id, changes.name);
      await rows.update([id], columnsOf(changes), this.timestamps.now());
      return { id, entityTag: entityTag(await existing(rows, id)) };
    });
    this.changes.announce({ kind: 'changed', ids: [id] });
    return saved;
  }
}

async function existing(rows: ConnectionRows, id: number): Promise<ConnectionEntity> {
  const row = await rows.find(id);
  if (row === null) throw notFound(`connection ${id}`);
  return row;
}

/** @throws ProblemError 412 */
function requireVersion(row: ConnectionEntity, ifMatch: string | undefined): void {
  requireMatch(entityTag(row), ifMatch, `Connection ${row.id}`);
}

/** The connection itself may have the name in another case. */
async function refuseTaken(rows: ConnectionRows, id: number, name: string): Promise<void> {
  const others = (await rows.names()).filter((other) => other.id !== id);
  new TakenNames(others).refuse(name);
}

function nameOfCopy(original: string, names: TakenNames): string {
  const name = trimmed(withoutHidden(original));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? ' (copy)' : ` (copy ${n})`;
    const copy = [...name].slice(0, NAME_LIMITS.max - suffix.length).join('') + suffix;
    if (names.ownerOf(copy) === undefined) return copy;
  }
}
