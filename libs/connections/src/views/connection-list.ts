import { CONNECTION_STATUSES, type ConnectionStatus } from '../connection';
import type { ConnectionDto } from '../dto/connection.dto';
import { trimmed } from '../validation/white-space';
import { SORT_KEYS, type ListQueryDto, type SortKey } from '../dto/list-query.dto';

/** Selects connections; what is missing does not matter. */
export interface ConnectionFilter {
  readonly search?: string;
  /** `key=value` or `key`; all of them. */
  readonly tags: readonly string[];
  /** Any of them; none of them: any. */
  readonly statuses: readonly ConnectionStatus[];
  readonly enabled?: boolean;
}

export interface ListOptions extends ConnectionFilter {
  readonly sort: SortKey;
  readonly isDescending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** The meaning of a query that has been checked. */
export function listOptions(query: ListQueryDto): ListOptions {
  const sort = query.sort?.replace('-', '');
  return {
    search: query.search,
    tags: [query.tag ?? []].flat(),
    statuses: CONNECTION_STATUSES.filter((status) => [query.status].flat().includes(status)),
    enabled: query.enabled === undefined ? undefined : query.enabled === 'true',
    sort: SORT_KEYS.find((key) => key === sort) ?? 'id',
    isDescending: query.sort?.startsWith('-') ?? false,
    limit: query.limit === undefined ? Infinity : Number(query.limit),
    offset: Number(query.offset ?? 0),
  };
}

/** Makes a test of a filter. */
export function matcher({ search, tags, statuses, enabled }: ConnectionFilter): (connection: ConnectionDto) => boolean {
  const needle = trimmed(search ?? '').toLowerCase();
  const wantedTags = tags.map(parseTag);
  return (connection) =>
    (enabled === undefined || connection.enabled === enabled) &&
    (statuses.length === 0 || statuses.includes(connection.status)) &&
    wantedTags.every(({ key, value }) => hasTag(connection, key, value)) &&
    (needle === '' || haystack(connection).includes(needle));
}

/** Sorts in place, then cuts the page out. */
export function page(
  connections: ConnectionDto[],
  { sort, isDescending, limit, offset }: ListOptions,
): ConnectionDto[] {
  if (sort !== 'id' || isDescending) {
    const direction = isDescending ? -1 : 1;
    connections.sort((a, b) => direction * compare(sortValue(a, sort), sortValue(b, sort)) || a.id - b.id);
  }
  return offset === 0 && limit >= connections.length ? connections : connections.slice(offset, offset + limit);
}

/** As people count: SNP-2 before SNP-10. */
const collator = new Intl.Collator('en', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
}

function sortValue(connection: ConnectionDto, key: SortKey): string | number {
  const value = connection[key];
  return typeof value === 'boolean' ? Number(value) : (value ?? '');
}

function parseTag(text: string): { key: string; value: string | undefined } {
  const tag = trimmed(text);
  const at = tag.indexOf('=');
  return at === -1
    ? { key: tag, value: undefined }
    : { key: trimmed(tag.slice(0, at)), value: trimmed(tag.slice(at + 1)) };
}

function hasTag({ tags }: ConnectionDto, key: string, value: string | undefined): boolean {
  return Object.hasOwn(tags, key) && (value === undefined || trimmed(tags[key] ?? '') === value);
}

function haystack({ name, restapi, websocket, username, tags }: ConnectionDto): string {
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [name, restapi, websocket, username, ...tagTexts].join('\n').toLowerCase();
}
