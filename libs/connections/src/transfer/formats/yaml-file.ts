import {
  constructFromEvents,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SEQUENCE,
  FAILSAFE_SCHEMA,
  mapTag,
  mergeTag,
  nullCoreTag,
  parseEvents,
  seqTag,
  strTag,
  YAMLException,
  type TagDefinition,
} from 'js-yaml';
import { FILE_LIMITS, FileRefused } from './file-entry';

/** Every tag that a file names means what stands there: text, a list or an object. */
const ANY_TAG = ['!', 'tag:'].flatMap((tagName) =>
  [strTag, seqTag, mapTag].map((tag): TagDefinition => ({ ...tag, tagName, matchByTagPrefix: true })),
);

/** Takes every scalar but null as the text that is written there: a password `0123` is no number. */
const TEXTS = FAILSAFE_SCHEMA.withTags(ANY_TAG, nullCoreTag, mergeTag);

/** Connections that take over fields of another one, each some of them. */
const MAX_MERGED_FIELDS = 20 * FILE_LIMITS.entries;

/**
 * The documents of a file, without the empty ones.
 * @throws FileRefused
 */
export function parseYaml(text: string): unknown[] {
  try {
    const events = placed(parseEvents(text, { maxDepth: FILE_LIMITS.nesting }));
    const options = { source: text, schema: TEXTS, maxTotalMergeKeys: MAX_MERGED_FIELDS };
    const documents = constructFromEvents(events, options);
    return documents.filter((document) => document !== null && document !== undefined);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The parser's message quotes the text.
    const { mark } = error;
    const where = mark === undefined ? '' : `: see line ${mark.line + 1}, column ${mark.column + 1}`;
    throw new FileRefused('unreadable', `The file is not YAML${where}.`);
  }
}

/** Tells each end of a list or an object where that began, for errors about it: the parser knows it of the rest only. */
function placed(events: ReturnType<typeof parseEvents>): ReturnType<typeof parseEvents> {
  const open: (number | undefined)[] = [];
  for (const event of events) {
    if (event.type === EVENT_POP) Object.assign(event, { start: open.pop() ?? 0 });
    else if (event.type === EVENT_SEQUENCE || event.type === EVENT_MAPPING) open.push(event.start);
    else if (event.type === EVENT_DOCUMENT) open.push(undefined);
  }
  return events;
}
