import {
  FAILSAFE_SCHEMA,
  load,
  mapTag,
  mergeTag,
  nullCoreTag,
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

/** @throws FileRefused */
export function parseYaml(text: string): unknown {
  try {
    return load(text, { schema: TEXTS, maxDepth: FILE_LIMITS.nesting, maxTotalMergeKeys: MAX_MERGED_FIELDS });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The parser's message quotes the text.
    const where = error.mark === undefined ? '' : `: see line ${error.mark.line + 1}`;
    throw new FileRefused('unreadable', `The file is not YAML${where}.`);
  }
}
