import type { ImportResultDto } from '../dto/transfer.dto';
import type { Connection } from '..';
import type { Api } from './api';

export interface ImportRequest {
  /** Media type of the file. */
  readonly type?: string;
  readonly query?: string;
  /** The status that is expected. */
  readonly status?: number;
}

/** Imports a file, given as its text or as what its JSON says. */
export async function importFile(
  { http }: Api,
  file: unknown,
  { type = 'application/json', query = '', status = 200 }: ImportRequest = {},
): Promise<ImportResultDto> {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const { body } = await http.post(`/api/import${query}`).set('Content-Type', type).send(text).expect(status);
  return body as ImportResultDto;
}

/** An export file with these connections. */
export function exportOf(...connections: unknown[]): object {
  return { version: '1.0', exported_at: '2026-01-01 00:00:00', connections };
}

/** What is stored, without what differs from one import to the next. */
export async function stored({ connections }: Api): Promise<Connection[]> {
  return (await connections.wanted()).map((connection) => ({ ...connection, id: 0 }));
}
