import { parse } from 'yaml';
import { refuseOddShapes } from '../../http/json';
import { ProblemError } from '../../problems/problem-error';
import { invalid, unreadable } from '../../problems/problems';
import { Turns } from '../../turns';
import { isRecord } from '../../validation/validate';
import type { FileEntry } from './file-entry';

/** A list item at the margin, where every entry of a list begins. */
const ITEM = /^-(\s|$)/;

/** Parts that refer to each other cannot be parsed one by one. */
const ANCHOR = /(^|[\s[{,])[&*][^\s&*]/m;

/** What may be parsed at once, in characters; the parser takes about a second for two million. */
const MAX_WHOLE = 512 * 1024;

/**
 * The entries of a YAML list. Every scalar is taken as the text that is written there: a password `0123` is no number.
 * A long list is parsed entry by entry, since all of it at once would hold everything else up for seconds.
 */
export async function* yamlEntries(text: string): AsyncGenerator<FileEntry> {
  const turns = new Turns();
  for (const part of partsOf(text)) {
    await turns.next();
    for (const value of listIn(part)) yield { value, isTextual: true };
  }
}

function* partsOf(text: string): Generator<string> {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => /^[^\s#%]/.test(line) && !line.startsWith('---'));
  if (first === undefined || !ITEM.test(first) || ANCHOR.test(text)) {
    if (text.length > MAX_WHOLE) throw unreadable('A YAML file of this size must be a plain list without anchors.');
    yield text;
    return;
  }
  let part: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line) && part.some((earlier) => ITEM.test(earlier))) {
      yield part.join('\n');
      part = [];
    }
    part.push(line);
  }
  yield part.join('\n');
}

/** @throws ProblemError 400 for what is no YAML, 422 for what is no list */
function listIn(text: string): unknown[] {
  const value = parsed(text);
  const list = isRecord(value) ? value['connections'] : value;
  if (!Array.isArray(list)) throw invalid([{ pointer: '', message: 'must be a list of connections' }]);
  return list;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 10_000, logLevel: 'error' });
    refuseOddShapes(value);
    return value;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The parser's message quotes the text, which may hold a password.
    throw unreadable('The file is not YAML.');
  }
}
