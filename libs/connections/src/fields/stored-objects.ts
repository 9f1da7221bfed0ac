import { LOCAL_ELEMENT, type ObjectRef } from '@snp/protocol';

/** What a stored `objects_ids` holds: the objects that can be subscribed to, or why there are none. */
export interface StoredObjects {
  readonly objects: readonly ObjectRef[];
  readonly fault: string | null;
}

const MAX_CACHED = 1_000;
const EXCERPT_LENGTH = 60;

const known = new Map<string, StoredObjects>();

/** Reads a stored `objects_ids`. A fleet has few different lists, so each is parsed once and shared. */
export function readObjects(stored: unknown): StoredObjects {
  if (typeof stored !== 'string') return { objects: [], fault: 'objects_ids is not text' };
  const shared = known.get(stored);
  if (shared !== undefined) return shared;
  if (known.size >= MAX_CACHED) known.clear();
  const parsed = parseObjects(stored);
  known.set(stored, parsed);
  return parsed;
}

/** Entries that name no object type are left out, as the devices do, as long as there are others. */
function parseObjects(text: string): StoredObjects {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    // Shown to the person who has to repair it.
    return { objects: [], fault: `objects_ids is not JSON: ${excerpt(text)}` };
  }
  if (!Array.isArray(list)) return { objects: [], fault: `objects_ids is not a list: ${excerpt(text)}` };
  const objects = list.map(asObjectRef).filter((object) => object !== undefined);
  return {
    objects,
    fault: objects.length > 0 ? null : 'objects_ids lists no object to subscribe to',
  };
}

function asObjectRef(entry: unknown): ObjectRef | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { elementIP, objectType, objectId } = entry as Record<string, unknown>;
  if (typeof objectType !== 'string' || objectType === '') return undefined;
  return {
    elementIP: typeof elementIP === 'string' && elementIP !== '' ? elementIP : LOCAL_ELEMENT,
    objectType,
    ...(typeof objectId === 'string' && objectId !== '' && { objectId }),
  };
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text);
}
