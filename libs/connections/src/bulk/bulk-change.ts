import { invalid } from '@snp/http';
import type { Connection } from '../connection';
import type { ConnectionFilter } from '../views/connection-list';
import { objectsOf } from '../dto/draft';
import { cleaned } from '../fields/cleaned';
import type { Changes } from '../fields/connection-fields';
import { trimmed } from '../validation/white-space';
import type { BulkAction, BulkChangeDto, BulkFilterDto } from '../dto/bulk-change.dto';

type ActionField = 'tags' | 'tag_keys' | 'username' | 'password' | 'objects_ids' | 'template';

/** What each action takes; at least one of them must be there. */
const FIELDS: Readonly<Record<BulkAction, readonly ActionField[]>> = {
  enable: [],
  disable: [],
  delete: [],
  add_tags: ['tags'],
  remove_tags: ['tag_keys'],
  set_credentials: ['username', 'password'],
  replace_objects: ['objects_ids', 'template'],
};

const ALL_FIELDS = Object.values(FIELDS).flat();

/** What is to become different of one connection. */
export type BulkStep = (connection: Connection) => Changes;

/**
 * The meaning of a request for a bulk change.
 * @throws ProblemError 422 where fields are missing that the action needs, or there that it does not take
 */
export function bulkStep(dto: BulkChangeDto): BulkStep {
  requireFields(dto);
  const { tags: added, username } = cleaned({ tags: dto.tags, username: dto.username });
  const objects = objectsOf(dto);
  switch (dto.action) {
    case 'enable':
      return () => ({ enabled: true });
    case 'disable':
      return () => ({ enabled: false });
    case 'delete':
      return () => ({});
    case 'add_tags':
      return ({ tags }) => ({ tags: { ...tags, ...added } });
    case 'remove_tags':
      return ({ tags }) => ({ tags: without(tags, (dto.tag_keys ?? []).map(trimmed)) });
    case 'set_credentials':
      return () => ({
        ...(username && { username }),
        ...(dto.password && { password: dto.password }),
      });
    case 'replace_objects':
      return () => ({ objects });
  }
}

/** The filter of a request, in the words of the list. */
export function bulkFilter({ search, tag = [], status = [], enabled }: BulkFilterDto): ConnectionFilter {
  return { search, tags: tag, statuses: status, enabled };
}

function requireFields(dto: BulkChangeDto): void {
  const takes = FIELDS[dto.action];
  const superfluous = ALL_FIELDS.filter((field) => dto[field] !== undefined && !takes.includes(field));
  const problems = superfluous.map((field) => ({
    pointer: `/${field}`,
    message: `is not supported for ${dto.action}`,
  }));
  if (takes.length > 0 && takes.every((field) => dto[field] === undefined)) {
    problems.push({ pointer: `/${takes[0]}`, message: `is required for ${dto.action}` });
  }
  if ((dto.ids === undefined) === (dto.filter === undefined)) {
    problems.push({ pointer: '/ids', message: 'is required unless filter is given; give only one of them' });
  }
  if (problems.length > 0) throw invalid(problems);
}

function without(tags: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
