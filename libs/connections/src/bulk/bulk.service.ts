import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '@snp/http';
import type { Connection } from '../connection';
import { ConnectionChanges } from '../connection-changes';
import { matcher } from '../views/connection-list';
import { ConnectionRules, refuse } from '../connection-rules';
import { changedColumns, columnsOf, type Columns } from '../fields/columns';
import type { Changes } from '../fields/connection-fields';
import type { BulkChangeDto, BulkOutcomeDto, BulkResultDto } from '../dto/bulk-change.dto';
import { connectionDto } from '../dto/connection.dto';
import type { ConnectionEntity } from '../records/connection.entity';
import { ConnectionsRepository, type ConnectionRows } from '../records/connections.repository';
import { StoredConnectionReader } from '../records/stored-connection';
import { ConnectionStates } from '../states/connection-states';
import { Timestamps } from '../time';
import { tagMapProblems } from '../validation/tag-map';
import { bulkFilter, bulkStep, type BulkStep } from './bulk-change';

/** A selected connection, and where the request selects it. */
interface Target {
  readonly row: ConnectionEntity;
  readonly connection: Connection;
  readonly pointer: string;
}

/** The same change to many connections, in one transaction: all of them or none. */
@Injectable()
export class BulkService {
  constructor(
    private readonly timestamps: Timestamps,
    private readonly repository: ConnectionsRepository,
    private readonly reader: StoredConnectionReader,
    private readonly rules: ConnectionRules,
    private readonly states: ConnectionStates,
    private readonly changes: ConnectionChanges,
  ) {}

  /** @throws ProblemError 422 that lists the connections that prevented it; 503 */
  async apply(dto: BulkChangeDto): Promise<BulkResultDto> {
    const step = bulkStep(dto);
    const isDeletion = dto.action === 'delete';
    const results = await this.repository.change(async (rows) => {
      const targets = this.targets(await rows.all(), dto);
      return isDeletion ? remove(rows, targets) : this.update(rows, targets, step);
    });
    const touched = results.filter(({ result }) => result !== 'unchanged').map(({ id }) => id);
    this.changes.announce({ kind: isDeletion ? 'removed' : 'changed', ids: touched });
    const noun = touched.length === 1 ? 'connection' : 'connections';
    return { message: `${touched.length} ${noun} ${isDeletion ? 'deleted' : 'changed'}`, results };
  }

  private targets(rows: readonly ConnectionEntity[], { ids, filter = {} }: BulkChangeDto): Target[] {
    const connections = this.reader.readAll(rows);
    const all = rows.map((row, at) => ({ row, connection: connections[at] as Connection }));
    if (ids !== undefined) return named(new Map(all.map((target) => [target.row.id, target])), ids);
    const isSelected = matcher(bulkFilter(filter));
    return all
      .filter(({ connection }) => isSelected(connectionDto(connection, this.states.of(connection.id), null)))
      .map((target) => ({ ...target, pointer: '/filter' }));
  }

  private async update(rows: ConnectionRows, targets: readonly Target[], step: BulkStep): Promise<BulkOutcomeDto[]> {
    const wanted = targets.map((target) => ({ ...target, changes: step(target.connection) }));
    refuse(wanted.flatMap(({ connection, changes, pointer }) => this.problems(connection, changes, pointer)));
    const results: BulkOutcomeDto[] = [];
    const alike = new Map<string, { columns: Columns; ids: number[] }>();
    for (const { row, connection, changes } of wanted) {
      const columns = columnsOf(changes);
      const isChanged = Object.keys(changedColumns(row, columns)).length > 0;
      results.push({ id: row.id, name: connection.name, result: isChanged ? 'changed' : 'unchanged' });
      if (isChanged) idsAlike(alike, columns).push(row.id);
    }
    const at = this.timestamps.now();
    for (const { columns, ids } of alike.values()) await rows.update(ids, columns, at);
    return results;
  }

  private problems(connection: Connection, changes: Changes, pointer: string): FieldProblem[] {
    const problems = this.rules.ofChange(connection, changes);
    for (const problem of changes.tags ? tagMapProblems(changes.tags) : []) {
      problems.push({ ...problem, pointer: `/tags${problem.pointer}` });
    }
    return problems.map(({ pointer: field, message }) => ({
      pointer,
      message: `${connection.name} (id ${connection.id}): ${field.slice(1)} ${message}`,
    }));
  }
}

async function remove(rows: ConnectionRows, targets: readonly Target[]): Promise<BulkOutcomeDto[]> {
  await rows.remove(targets.map(({ row }) => row.id));
  return targets.map(({ connection: { id, name } }) => ({ id, name, result: 'deleted' }));
}

/** @throws ProblemError 422 where there is no connection with one of the ids */
function named(all: ReadonlyMap<number, Omit<Target, 'pointer'>>, ids: readonly number[]): Target[] {
  const targets = new Map<number, Target>();
  const problems: FieldProblem[] = [];
  for (const [at, id] of ids.entries()) {
    const target = all.get(id);
    if (target === undefined) problems.push({ pointer: `/ids/${at}`, message: `there is no connection ${id}` });
    else targets.set(id, { ...target, pointer: `/ids/${at}` });
  }
  refuse(problems);
  return [...targets.values()];
}

/** Those that get the same values are stored by one statement. */
function idsAlike(alike: Map<string, { columns: Columns; ids: number[] }>, columns: Columns): number[] {
  const key = JSON.stringify(columns);
  const group = alike.get(key) ?? { columns, ids: [] };
  alike.set(key, group);
  return group.ids;
}
