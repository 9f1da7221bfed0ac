import type { Connection } from './connection';
import type { CreateConnectionDto } from './dto/create-connection.dto';
import type { PatchConnectionDto } from './dto/patch-connection.dto';
import type { ReplaceConnectionDto } from './dto/replace-connection.dto';
import { invalid } from '@snp/http';
import type { ConnectionRow } from './records/connections.repository';
import { OBJECT_TEMPLATES, type ObjectRef, type TemplateName } from '@snp/protocol';
import { withoutDuplicates } from './validation/object-list';

/** What a new connection is to be. */
export type Draft = Omit<Connection, 'id' | 'createdAt' | 'updatedAt' | 'fault'>;

/** What is to become different; what is missing stays. */
export type Changes = Partial<Draft>;

/** @throws ProblemError 422 where there are no objects, or two lists of them */
export function draftOf(dto: CreateConnectionDto): Draft {
  const { name, restapi, websocket, username, password, enabled = true, tags = {} } = dto;
  return { name, restapi, websocket, username, password, objects: requiredObjects(dto), enabled, tags };
}

/** The whole of a connection, but for what a client of the earlier exporter does not send. */
export function replacementOf(dto: ReplaceConnectionDto): Changes {
  return { ...changesOf(dto), objects: requiredObjects(dto) };
}

/** Parts of a connection; an empty password is none. */
export function changesOf(dto: PatchConnectionDto): Changes {
  const { name, restapi, websocket, username, enabled, tags } = dto;
  const changes = {
    name,
    restapi,
    websocket,
    username,
    enabled,
    tags,
    objects: objectsOf(dto),
    password: dto.password || undefined,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** The columns of a draft or of changes. */
export function columnsOf(changes: Draft): Omit<ConnectionRow, 'createdAt' | 'updatedAt'>;
export function columnsOf(changes: Changes): Partial<ConnectionRow>;
export function columnsOf(changes: Changes): Partial<ConnectionRow> {
  const { objects, enabled, tags } = changes;
  const texts = TEXTS.filter((field) => changes[field] !== undefined).map((field) => [field, changes[field]]);
  return {
    ...Object.fromEntries(texts),
    ...(objects && { objectsIds: JSON.stringify(objects) }),
    ...(enabled !== undefined && { enabled: enabled ? 1 : 0 }),
    ...(tags && { tags: JSON.stringify(tags) }),
  };
}

const TEXTS = ['name', 'restapi', 'websocket', 'username', 'password'] as const;

interface ObjectChoice {
  readonly objects_ids?: readonly ObjectRef[];
  readonly template?: TemplateName;
}

function requiredObjects(choice: ObjectChoice): readonly ObjectRef[] {
  const objects = objectsOf(choice);
  if (objects === undefined) throw invalid([{ pointer: '/objects_ids', message: 'is required (or template)' }]);
  return objects;
}

/** The objects that a request asks for, by a list or by the name of a template. */
export function objectsOf({ objects_ids: list, template }: ObjectChoice): readonly ObjectRef[] | undefined {
  if (list !== undefined && template !== undefined) {
    throw invalid([{ pointer: '/template', message: 'must not be given together with objects_ids' }]);
  }
  if (template !== undefined) return OBJECT_TEMPLATES[template].objects;
  return list === undefined ? undefined : withoutDuplicates(list);
}
