import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Connection } from '../connection';
import type { ExportedConnectionDto } from '../dto/transfer.dto';
import { CONNECTION_FIELDS } from '../fields/connection-fields';
import { ConnectionsRepository } from '../records/connections.repository';
import { StoredConnectionReader } from '../records/stored-connection';
import { Timestamps } from '../time';
import { Turns } from '../turns';
import { guarded } from './formats/formula-guard';

/** A file with all connections. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  /** The text in pieces, so that a large fleet keeps nobody waiting. */
  readonly pieces: AsyncIterable<string>;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Cells that a program might cut or read in another way than they are meant. */
const QUOTED = [/[;\t\r]|^\s|\s$/];

/** Gives all connections out, for a backup or for another exporter. */
@Injectable()
export class ExportService {
  constructor(
    private readonly timestamps: Timestamps,
    private readonly repository: ConnectionsRepository,
    private readonly reader: StoredConnectionReader,
  ) {}

  /** @throws ProblemError 503 */
  async export(format: 'json' | 'csv', withSecrets: boolean): Promise<ExportFile> {
    const rows = await this.repository.all();
    const connections = this.reader.readAll(rows).map((connection, at) => {
      return exported(connection, rows[at]?.objects_ids, withSecrets);
    });
    const at = this.timestamps.now();
    const name = `snp-connections-${at.slice(0, 10)}.${format}`;
    return format === 'csv'
      ? { name, mediaType: 'text/csv; charset=utf-8; header=present', pieces: csvPieces(connections) }
      : { name, mediaType: 'application/json; charset=utf-8', pieces: jsonPieces(connections, at) };
  }
}

function exported(connection: Connection, stored: unknown, withSecrets: boolean): ExportedConnectionDto {
  const fields = CONNECTION_FIELDS.map(({ field, column, isSecret }) => {
    return [column, isSecret && !withSecrets ? '' : connection[field]];
  });
  // A list that cannot be read goes out as it is: a backup loses nothing.
  const isUnreadable = connection.objects.length === 0 && typeof stored === 'string';
  return { ...Object.fromEntries(fields), ...(isUnreadable && { objects_ids: stored }) };
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
  yield BYTE_ORDER_MARK + stringify([CONNECTION_FIELDS.map(({ heading }) => heading)]);
  for (const connection of connections) {
    await turns.next();
    yield stringify([csvCells({ ...connection })], { quoted_match: QUOTED });
  }
}

function csvCells(connection: Readonly<Record<string, unknown>>): string[] {
  return CONNECTION_FIELDS.map(({ field, column, toCsv }) => {
    const value = connection[column];
    // The text of a list that cannot be read.
    const isRaw = field === 'objects' && typeof value === 'string';
    return guarded(isRaw ? value : toCsv(value));
  });
}
