import { parse, type DocumentOptions, type ParseOptions, type SchemaOptions, type ToJSOptions } from 'yaml';
import { invalid, isRecord, ProblemError, refuseOddShapes, tooDeep, unreadable } from '@snp/http';
import { Turns } from '../../turns';
import type { FileEntry } from './file-entry';

/** An item at the margin, where every entry of a list begins. */
const ITEM = /^-(\s|$)/;

/** What may be parsed at once, in characters: about a tenth of a second. */
const MAX_AT_ONCE = 256 * 1024;

/** What may be parsed again, in characters, because other entries refer to it: some seconds. */
const MAX_AGAIN = 16 * 1024 * 1024;

/** Nesting that the parser would spend seconds on before it is refused: brackets, or dashes at the beginning of a line. */
const TOO_DEEP = /(?:[[{]\s*){33}|^(?:[ \t]*-[ \t]){33}/m;

/**
 * The entries of a YAML list. Every scalar but null is taken as the text that is written there: a password `0123` is no number.
 * A block list is parsed entry by entry, since all of it at once would hold everything else up for seconds.
 */
export async function* yamlEntries(text: string, maxAgain = MAX_AGAIN): AsyncGenerator<FileEntry> {
  const turns = new Turns();
  const anchors = new Anchors();
  let again = 0;
  for (const part of partsOf(text)) {
    await turns.next();
    const definitions = anchors.neededBy(part);
    again += definitions.length;
    if (again > maxAgain) throw unreadable('The entries of the file refer to each other too often.');
    const list = listIn(definitions + part);
    for (const value of definitions === '' ? list : list.slice(-1)) yield { value, isTextual: true };
    anchors.learn(part);
  }
}

/** A block list in its items; anything else in one piece. */
function* partsOf(text: string): Generator<string> {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => /^[^\s#%]/.test(line) && !line.startsWith('---'));
  if (first === undefined || !ITEM.test(first)) {
    yield text;
    return;
  }
  const part: string[] = [];
  let hasItem = false;
  for (const line of lines) {
    if (ITEM.test(line)) {
      if (hasItem) yield part.splice(0).join('\n');
      hasItem = true;
    }
    part.push(line);
  }
  yield part.join('\n');
}

/** Dumped YAML names a list where it comes first (`&id001`) and refers to it afterwards (`*id001`). */
class Anchors {
  private readonly definitions = new Map<string, string>();

  learn(part: string): void {
    const whole = this.neededBy(part) + part;
    for (const [, name = ''] of part.matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/gm)) this.definitions.set(name, whole);
  }

  /** The earlier items that a part refers to, as text to be parsed before it. */
  neededBy(part: string): string {
    const needed = new Set<string>();
    for (const [, name = ''] of part.matchAll(/(?:^|[\s[{,])\*([^\s,[\]{}]+)/gm)) {
      const definition = this.definitions.get(name);
      if (definition !== undefined) needed.add(definition);
    }
    return [...needed].map((definition) => `${definition}\n`).join('');
  }
}

/** `failsafe` makes texts of all scalars, and runs nothing, whatever tag they have. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions & ToJSOptions = {
  schema: 'failsafe',
  customTags: ['null'],
  merge: true,
  maxAliasCount: 1_000,
  logLevel: 'error',
};

/** @throws ProblemError 400 for what is no YAML, 422 for what is no list */
function listIn(text: string): unknown[] {
  const value = parsed(text);
  const list = isRecord(value) ? value['connections'] : value;
  if (!Array.isArray(list)) throw invalid([{ pointer: '', message: 'must be a list of connections' }]);
  return list;
}

function parsed(text: string): unknown {
  if (text.length > MAX_AT_ONCE)
    throw unreadable('A YAML file of this size must be a list, with one item a connection.');
  if (TOO_DEEP.test(text)) throw tooDeep();
  try {
    const value: unknown = parse(text, OPTIONS);
    refuseOddShapes(value);
    return value;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The parser's message quotes the text, which may hold a password.
    throw unreadable('The file is not YAML.');
  }
}
