import { invalid } from '@snp/http';
import { OBJECT_TEMPLATES, type ObjectRef, type TemplateName } from '@snp/protocol';
import type { CreateConnectionDto } from './create-connection.dto';
import type { PatchConnectionDto } from './patch-connection.dto';
import type { ReplaceConnectionDto } from './replace-connection.dto';
import { withoutDuplicates } from '../validation/object-list';
import { cleaned } from '../fields/cleaned';
import { CONNECTION_FIELDS, type Changes, type Draft } from '../fields/connection-fields';

/** The fields that a connection cannot do without. */
export type RequiredFields = Pick<Draft, 'name' | 'restapi' | 'websocket' | 'username' | 'objects'>;

/** A connection whose objects may be missing. */
export type Contents = Changes & Omit<RequiredFields, 'objects'>;

const INITIAL: Changes = Object.fromEntries(CONNECTION_FIELDS.map(({ field, initial }) => [field, initial]));

/** A new connection with what is given, and with the initial values of what is not. */
export function newDraft(given: Changes & RequiredFields): Draft {
  return cleaned({ ...(INITIAL as Draft), ...given });
}

/** @throws ProblemError 422 where there are no objects, or two lists of them */
export function draftOf(dto: CreateConnectionDto): Draft {
  return newDraft(replacementOf(dto));
}

/** The whole of a connection, but for what a client of the earlier exporter does not send. */
export function replacementOf(dto: CreateConnectionDto | ReplaceConnectionDto): Changes & RequiredFields {
  return { ...contentsOf(dto), objects: requiredObjects(dto) };
}

/** The same where the objects may be missing. */
export function contentsOf(dto: CreateConnectionDto | ReplaceConnectionDto): Contents {
  const { name, restapi, websocket, username } = dto;
  return { ...changesOf(dto), name, restapi, websocket, username };
}

/** Parts of a connection; an empty password is none. */
export function changesOf(dto: PatchConnectionDto): Changes {
  const given: Readonly<Record<string, unknown>> = {
    ...dto,
    objects_ids: objectsOf(dto),
    password: dto.password || undefined,
  };
  const values = CONNECTION_FIELDS.map(({ field, column }) => [field, given[column]] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

interface ObjectChoice {
  readonly objects_ids?: readonly ObjectRef[];
  readonly template?: TemplateName;
}

function requiredObjects(choice: ObjectChoice): readonly ObjectRef[] {
  const objects = objectsOf(choice);
  if (objects === undefined)
    throw invalid([{ pointer: '/objects_ids', message: 'is required unless template is given' }]);
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
