import { unreachable } from '../../src/support/connections';

/** A file that is small to send and costly to read. */
export interface HostileFile {
  readonly what: string;
  readonly type: string;
  /** Made when it is its turn: together they would fill the memory of the bench. */
  readonly make: () => Buffer;
  /** Whether it is taken; otherwise it must be refused with a 4xx. */
  readonly isGood?: boolean;
}

const KiB = 1024;
const MiB = 1024 * KiB;
/** The largest file that must be read with little memory. */
const SMALL = 16 * MiB - KiB;

const JSON_TYPE = 'application/json';
const YAML = 'application/yaml';
const CSV = 'text/csv';

/** Repeats a piece until there are so many bytes. */
function filled(piece: string, size: number, begin = '', end = ''): Buffer {
  const body = Buffer.alloc(size, piece);
  return Buffer.concat([
    Buffer.from(begin),
    body.subarray(0, size - (size % Buffer.byteLength(piece))),
    Buffer.from(end),
  ]);
}

function numbered(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('');
}

/** The table of the requirement. */
const KNOWN: readonly HostileFile[] = [
  { what: 'YAML, - [,,,,…], 250 KiB', type: YAML, make: () => filled(',', 250 * KiB, '- [', ']') },
  {
    what: 'CSV, 20,000 columns, 9,999 short rows',
    type: CSV,
    make: () => Buffer.from(`name${numbered(19_999, () => ',x')}\n${'a\n'.repeat(9_999)}`),
  },
  { what: 'JSON, one entry of [],[],…, 63 MiB', type: JSON_TYPE, make: () => filled('[],', 63 * MiB, '[[', '0]]') },
  {
    what: 'YAML, flow map of 28,000 keys',
    isGood: true,
    type: YAML,
    make: () => Buffer.from(`- {${numbered(28_000, (at) => `k${at}: 1, `)}}`),
  },
  {
    what: 'YAML, block map of 28,000 keys',
    isGood: true,
    type: YAML,
    make: () => Buffer.from(`- a: 1\n${numbered(28_000, (at) => `  k${at}: 1\n`)}`),
  },
  { what: 'YAML, tags in a row, 175 KiB', type: YAML, make: () => filled('!a ', 175 * KiB, '- ', 'x') },
  { what: 'YAML, anchors in a row, 175 KiB', type: YAML, make: () => filled('&a ', 175 * KiB, '- ', 'x') },
  { what: 'CSV, unclosed quote, 60 MiB', type: CSV, make: () => filled('x', 60 * MiB, 'name,x\na,"') },
  { what: 'JSON, numbers, 60 MiB', type: JSON_TYPE, make: () => filled('1,', 60 * MiB, '[', '1]') },
];

/** Others of the kind: deep, wide, many, repeated, oddly encoded; each of a size that its format makes the most of. */
const NEIGHBOURS: readonly HostileFile[] = [
  { what: 'JSON, [[[[…, 16 MiB', type: JSON_TYPE, make: () => filled('[', SMALL) },
  { what: 'JSON, 16 lists of 350,000 lists, 16 MiB', type: JSON_TYPE, make: () => listsOfLists(16) },
  { what: 'JSON, 60 lists of 350,000 lists, 60 MiB', type: JSON_TYPE, make: () => listsOfLists(60) },
  { what: 'JSON, 60 objects of 100,000 keys, 60 MiB', type: JSON_TYPE, make: () => wideObjects(60) },
  {
    what: 'JSON, numbers beside the list, 16 MiB',
    type: JSON_TYPE,
    make: () => filled('1,', SMALL, '{"a":[', '1]}'),
  },
  { what: 'JSON, one string of 60 MiB', type: JSON_TYPE, make: () => filled('x', 60 * MiB, '["', '"]') },
  { what: 'JSON, one key of 16 MiB', type: JSON_TYPE, make: () => filled('x', SMALL, '[{"', '":1}]') },
  { what: 'JSON, \\\\\\\\… in a string, 16 MiB', type: JSON_TYPE, make: () => filled('\\\\', SMALL, '["', '"]') },
  { what: 'JSON, "" in a row, 16 MiB', type: JSON_TYPE, make: () => filled('""', SMALL, '[', ']') },
  { what: 'JSON, texts in 60 MiB of Chinese', type: JSON_TYPE, make: () => filled('"网",', 60 * MiB, '[[', '1]]') },
  { what: 'JSON, one key a million times', type: JSON_TYPE, make: () => filled('"a":1,', 6 * MiB, '[{', '"a":1}]') },
  {
    what: 'JSON, numbers of 1 MiB, and 1e400',
    type: JSON_TYPE,
    make: () => filled('9', MiB, '[{"id":1e400,"x":', '}]'),
  },
  {
    what: 'JSON, 10,000 entries, each with 50 bad objects',
    type: JSON_TYPE,
    isGood: true,
    make: () => Buffer.from(`[${numbered(9_999, () => `{"objects_ids":[${'{},'.repeat(49)}{}]},`)}{}]`),
  },
  {
    what: 'JSON, 240 entries with 5,000 bad fields each',
    type: JSON_TYPE,
    isGood: true,
    make: () => Buffer.from(`[${numbered(240, () => `{"tags":{${numbered(5_000, (at) => `"1${at}":1,`)}"a":1}},`)}{}]`),
  },
  {
    what: 'JSON, 15 refused names of 1 MiB',
    type: JSON_TYPE,
    isGood: true,
    make: () => Buffer.from(`[${numbered(15, () => `{"name":"${'x'.repeat(MiB - 1_000)}"},`)}{}]`),
  },
  { what: 'JSON, 10,000 connections of 12 objects, 15 MiB', type: JSON_TYPE, isGood: true, make: () => fleet(12) },
  { what: 'JSON, 10,000 connections of 50 objects, 60 MiB', type: JSON_TYPE, isGood: true, make: () => fleet(50) },
  {
    what: 'JSON, 120 connections of 5,000 objects, 60 MiB',
    type: JSON_TYPE,
    isGood: true,
    make: () => fleet(5_000, 120),
  },
  { what: 'JSON lines, 16 MiB', type: JSON_TYPE, make: () => filled('{"name":"a"}\n', SMALL) },
  { what: 'spaces, 63 MiB', type: JSON_TYPE, make: () => filled(' ', 63 * MiB) },
  { what: 'spaces, then [], 63 MiB', type: JSON_TYPE, isGood: true, make: () => filled(' ', 63 * MiB, '', '[]') },
  { what: 'zeros, 16 MiB, as YAML', type: YAML, make: () => filled('\0', SMALL) },
  { what: 'UTF-16, 16 MiB', type: CSV, make: () => filled('a\0', SMALL, 'ÿþ') },
  { what: 'byte order marks, 15 MiB', type: YAML, make: () => filled('\ufeff', 15 * MiB) },
  { what: 'YAML, [[[[…, 1 MiB', type: YAML, make: () => filled('[', MiB) },
  { what: 'YAML, - - - -…, 1 MiB', type: YAML, make: () => filled('- ', MiB) },
  { what: 'YAML, ? ? ? ?…, 1 MiB', type: YAML, make: () => filled('? ', MiB) },
  { what: 'YAML, {a: {a: …, 1 MiB', type: YAML, make: () => filled('{a: ', MiB) },
  { what: 'YAML, 16 MiB of [], in lists', type: YAML, make: () => filled('- [[],[],[],[],[],[],[]]\n', SMALL) },
  { what: 'YAML, list of 8 million, 16 MiB', type: YAML, make: () => filled('- \n', SMALL) },
  { what: 'YAML, one text over 16 MiB', type: YAML, make: () => filled('x\n  ', SMALL, '- ') },
  { what: 'YAML, block text over 60 MiB', type: YAML, make: () => filled('  x\n', 60 * MiB, '- |\n') },
  { what: 'YAML, unclosed quote, 60 MiB', type: YAML, make: () => filled('x\n ', 60 * MiB, '- "') },
  { what: 'YAML, comments, 60 MiB', type: YAML, make: () => filled('# x\n', 60 * MiB) },
  { what: 'YAML, documents, 8 MiB', type: YAML, make: () => filled('--- \n- {name: a}\n', 8 * MiB) },
  { what: 'YAML, a billion laughs', type: YAML, make: () => Buffer.from(laughs(30)) },
  {
    what: 'YAML, merges of merges',
    type: YAML,
    make: () =>
      Buffer.from(
        `- &a {${numbered(2_000, (at) => `k${at}: 1, `)}}\n${numbered(9_000, (at) => `- {<<: *a, n: ${at}}\n`)}`,
      ),
  },
  {
    what: 'YAML, 300,000 anchors',
    type: YAML,
    isGood: true,
    make: () => Buffer.from(`- [${numbered(300_000, (at) => `&a${at} x,`)}]`),
  },
  { what: 'CSV, a field of 10 MiB', type: CSV, make: () => filled('x', 10 * MiB, 'name,x\na,') },
  { what: 'CSV, a header of 60 MiB', type: CSV, make: () => filled(',', 60 * MiB, 'name') },
  { what: 'CSV, a row of 60 MiB', type: CSV, make: () => filled(',', 60 * MiB, 'name,x\na') },
  {
    what: 'CSV, 60 rows of a million empty cells',
    type: CSV,
    isGood: true,
    make: () => filled(`a${','.repeat(MiB - 2)}\n`, 60 * MiB, 'name,x\n'),
  },
  { what: 'CSV, quotes, 16 MiB', type: CSV, make: () => filled('"', SMALL, 'name,x\na,') },
  { what: 'CSV, returns without line feeds, 16 MiB', type: CSV, make: () => filled('a\r', SMALL, 'name,x\r') },
  { what: 'CSV, empty lines, 60 MiB', type: CSV, isGood: true, make: () => filled('\r\n', 60 * MiB, 'name,x\r\n') },
  { what: 'CSV, empty rows, 60 MiB', type: CSV, make: () => filled(';;;\n', 60 * MiB, 'name;x\n') },
  { what: 'CSV, 64 columns, 10,000 rows', type: CSV, isGood: true, make: () => Buffer.from(table(64, 10_000)) },
  { what: 'a form, 16 MiB', type: 'multipart/form-data; boundary=x', make: () => filled('--x\r\n', SMALL) },
];

function listsOfLists(entries: number): Buffer {
  return filled(`[${'[],'.repeat(349_000)}0],`, entries * MiB, '[', '0]');
}

function wideObjects(entries: number): Buffer {
  const entry = `{${numbered(99_999, (at) => `"k${at}":1,`)}"x":1},`;
  return Buffer.from(`[${entry.repeat(Math.floor((entries * MiB) / entry.length))}{}]`);
}

/** Good connections, each with as many objects that no other has. */
function fleet(objects: number, connections = 10_000): Buffer {
  const object = (name: string) => (at: number) => ({
    elementIP: '127.0.0.1',
    objectType: 'procChannelHD',
    objectId: `${name}-${at}-of-a-hundred`,
  });
  const connection = (name: string) =>
    unreachable(name, { objects_ids: Array.from({ length: objects }, (_, at) => object(name)(at)) });
  return Buffer.from(
    `[${numbered(connections, (at) => `${at === 0 ? '' : ','}${JSON.stringify(connection(`fleet ${at}`))}`)}]`,
  );
}

function laughs(levels: number): string {
  return `- &a0 [x]\n${numbered(levels, (at) => `- &a${at + 1} [*a${at}, *a${at}, *a${at}, *a${at}]\n`)}`;
}

function table(columns: number, rows: number): string {
  return `name${numbered(columns - 1, (at) => `,c${at}`)}\n${`a${',12'.repeat(columns - 1)}\n`.repeat(rows)}`;
}

export const HOSTILE_FILES: readonly HostileFile[] = [...KNOWN, ...NEIGHBOURS];
