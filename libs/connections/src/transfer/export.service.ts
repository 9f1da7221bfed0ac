import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Connection } from '../connection';
import type { ExportedConnectionDto } from '../dto/transfer.dto';
import { ConnectionsRepository } from '../records/connections.repository';
import { StoredConnectionReader } from '../records/stored-connection';
import { Clock } from '../time';
import { Turns } from '../turns';
import { compactObjects, compactTags } from './compact';
import { guarded } from './formula-guard';

/** A file with all connections. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  /** The text in pieces, so that a large fleet keeps nobody waiting. */
  readonly pieces: AsyncIterable<string>;
}

export const CSV_COLUMNS = [
  'name',
  'restapi',
  'websocket',
  'username',
  'password',
  'objects',
  'enabled',
  'tags',
] as const;

const BYTE_ORDER_MARK = '\ufeff';

/** Gives all connections out, for a backup or for another exporter. */
@Injectable()
export class ExportService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ConnectionsRepository) private readonly repository: ConnectionsRepository,
    @Inject(StoredConnectionReader) private readonly reader: StoredConnectionReader,
  ) {}

  /** @throws ProblemError 503 */
  async export(format: 'json' | 'csv', withSecrets: boolean): Promise<ExportFile> {
    const rows = await this.repository.all();
    const connections = this.reader.readAll(rows).map((connection, at) => {
      return exported(connection, rows[at]?.objectsIds, withSecrets);
    });
    const at = this.clock.text();
    const name = `snp-connections-${at.slice(0, 10)}.${format}`;
    return format === 'csv'
      ? { name, mediaType: 'text/csv; charset=utf-8; header=present', pieces: csvPieces(connections) }
      : { name, mediaType: 'application/json; charset=utf-8', pieces: jsonPieces(connections, at) };
  }
}

function exported(connection: Connection, stored: unknown, withSecrets: boolean): ExportedConnectionDto {
  const { name, restapi, websocket, username, password, objects, enabled, tags } = connection;
  // A list that cannot be read goes out as it is: a backup loses nothing.
  const isReadable = objects.length > 0 || typeof stored !== 'string';
  return {
    name,
    restapi,
    websocket,
    username,
    password: withSecrets ? password : '',
    objects_ids: isReadable ? objects : stored,
    enabled,
    tags,
  };
}

async function* jsonPieces(connections: readonly ExportedConnectionDto[], at: string): AsyncGenerator<string> {
  const turns = new Turns();
  yield `{"version":"1.0","exported_at":${JSON.stringify(at)},"connections":[`;
  for (const [index, connection] of connections.entries()) {
    await turns.next();
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(connection)}`;
  }
  yield '\n]}\n';
}

async function* csvPieces(connections: readonly ExportedConnectionDto[]): AsyncGenerator<string> {
  const turns = new Turns();
  yield BYTE_ORDER_MARK + stringify([[...CSV_COLUMNS]]);
  for (const { objects_ids: objects, enabled, tags, ...texts } of connections) {
    await turns.next();
    const cells = {
      ...texts,
      objects: typeof objects === 'string' ? objects : compactObjects(objects),
      enabled: String(enabled),
      tags: compactTags(tags),
    };
    yield stringify([CSV_COLUMNS.map((column) => guarded(cells[column]))]);
  }
}
