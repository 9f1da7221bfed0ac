import fc from 'fast-check';

/** A place in a JSON document: the keys that lead to it. */
export type Path = readonly (string | number)[];

/** What is done to one place of a status before it is sent. */
export interface Edit {
  /** Chooses the place, whatever the document has. */
  readonly place: number;
  readonly act: 'replace' | 'remove' | 'repeat' | 'renumber' | 'poison' | 'bury';
  readonly value: unknown;
}

/** What is done to the text of a status or of a whole message. */
export interface Slip {
  /** Chooses the position. */
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Becomes a number that no double holds; JSON.stringify would not write it. */
const TOO_LARGE = '@1e400@';

const HOSTILE: readonly unknown[] = [
  null,
  true,
  false,
  '',
  ' ',
  'N/A',
  'Unknown',
  'Not Present',
  0,
  -1,
  -0,
  1.5,
  2 ** 53,
  TOO_LARGE,
  '1e400 °C',
  '-- ms',
  '9'.repeat(400),
  `${'9'.repeat(400)} Gbps`,
  '__proto__',
  'constructor',
  '"\\\n\u0000\ud800',
  'x'.repeat(10_000),
  [],
  {},
  [null],
  [[[[]]]],
  { idx: 1 },
  [{ idx: 1 }, { idx: 1 }, { idx: '1' }],
];

const TOKENS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '1e400',
  'null',
  'true',
  '\\u0000',
  '\u0000',
  '\ud800',
  '°',
  '🙂',
];

export const edits: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  act: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'repeat', 'renumber', 'poison', 'bury'),
  value: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  ),
});

export const slips: fc.Arbitrary<Slip> = fc.record({
  place: fc.nat(),
  removed: fc.integer({ min: 0, max: 3 }),
  inserted: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 3 })),
});

/** Every place in a document, the document itself left out. */
export function placesOf(document: unknown, path: Path = []): Path[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.keys(document).flatMap((key) => {
    const place = [...path, Array.isArray(document) ? Number(key) : key];
    return [place, ...placesOf((document as Record<string, unknown>)[key], place)];
  });
}

/** The text of a document after one more edit at a time. */
export function edited(document: unknown, places: readonly Path[], list: readonly Edit[]): string {
  for (const edit of list) apply(document, places[edit.place % places.length], edit);
  return JSON.stringify(document).replaceAll(`"${TOO_LARGE}"`, '1e400');
}

/** The text after one more slip at a time. */
export function slipped(text: string, list: readonly Slip[]): string {
  return list.reduce((before, { place, removed, inserted }) => {
    const at = before.length === 0 ? 0 : place % before.length;
    return before.slice(0, at) + inserted + before.slice(at + removed);
  }, text);
}

type Node = Record<string | number, unknown>;

function apply(document: unknown, path: Path, { act, value }: Edit): void {
  const parent = parentOf(document, path);
  const key = path[path.length - 1];
  if (parent === undefined || !(key in parent)) return;
  if (act === 'replace') parent[key] = value;
  if (act === 'remove') remove(parent, key);
  if (act === 'repeat' && Array.isArray(parent)) parent.push(parent[key], parent[key]);
  if (act === 'renumber' && 'idx' in parent) parent.idx = value;
  if (act === 'bury') parent[key] = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown;
  if (act === 'poison' && !Array.isArray(parent)) poison(parent, value);
}

function parentOf(document: unknown, path: Path): Node | undefined {
  let node: unknown = document;
  for (const key of path.slice(0, -1)) node = isNode(node) ? node[key] : undefined;
  return isNode(node) ? node : undefined;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function remove(parent: Node, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Keys that are dangerous to programs that copy objects. */
function poison(parent: Node, value: unknown): void {
  for (const key of ['__proto__', 'constructor', 'toString']) {
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  }
}
