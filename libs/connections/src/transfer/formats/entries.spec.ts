import fc from 'fast-check';
import { stringify } from 'yaml';
import { CONNECTION_FIELDS } from '../../fields/connection-fields';
import { importEntry } from '../import-entry';
import { fileEntries, NOT_UTF_8 } from './entries';
import { FILE_LIMITS, FileRefused } from './file-entry';

function valuesOf(text: string, mediaType?: string): unknown[] {
  return fileEntries(text, mediaType).map(({ value }) => value);
}

/** Any JSON, but for what the API refuses. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'));

describe('the entries of JSON', () => {
  it('are those that parsing it whole would give, however it is laid out', () => {
    const layout = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(fc.array(json), fc.dictionary(fc.string(), json), layout, (entries, beside, space) => {
        const envelope = { ...beside, connections: entries, version: 'connections' };
        fc.pre(!JSON.stringify(envelope).includes('"__proto__"'));
        expect(valuesOf(JSON.stringify(envelope, null, space))).toEqual(JSON.parse(JSON.stringify(entries)));
        expect(valuesOf(JSON.stringify(entries, null, space))).toEqual(JSON.parse(JSON.stringify(entries)));
      }),
    );
  });

  it('are refused, never a crash, where anything of the text is broken', () => {
    const good = JSON.stringify({
      version: '1.0',
      connections: [{ name: 'a"]}', objects_ids: [{}] }, { name: '\\' }],
      x: [1],
    });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 2 }), (at, instead) => {
        const text = good.slice(0, at) + instead + good.slice(at + 1);
        const whole = attempt(() => JSON.parse(text) as { connections?: unknown });
        const read = outcomeOf(() => valuesOf(text, 'application/json'));
        if (whole === undefined) expect(read).toBeInstanceOf(FileRefused);
        else if (Array.isArray(whole.connections)) expect(read).toEqual(whole.connections);
      }),
    );
  });
});

it('JSON may have any number of brackets in its texts', () => {
  const text = `${'[{'.repeat(50)}\\"${'}]'.repeat(20)}`;
  expect(valuesOf(JSON.stringify([text, [text]]))).toEqual([text, [text]]);
});

describe('the entries of YAML', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom('0123', 'no', 'null', '1e3', '- x', 'a: b', '#', '&a', '*a', 'line\nbreak\n- x'),
  );
  const entry = fc.record({ name: scalar, objects_ids: fc.array(fc.record({ objectType: scalar })) });

  it('are texts as they were written, one by one or whole', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
        expect(valuesOf(stringify(entries), 'application/yaml')).toEqual(entries);
        expect(valuesOf(stringify({ connections: entries }), 'application/yaml')).toEqual(entries);
      }),
    );
  });

  it('may share lists by anchors, as dumped files do', () => {
    const shared = [{ objectType: 'ptp' }];
    const entries = ['a', 'b', 'c'].map((name) => ({ name, objects_ids: shared }));
    const text = stringify(entries);
    expect(text).toMatch(/&a1[^]*\*a1[^]*\*a1/);
    expect(valuesOf(text, 'application/yaml')).toEqual(entries);
  });

  it('may take over fields of another one, and leave fields out by null', () => {
    const text =
      '- &a {name: a, password: x}\n- {<<: *a, name: b, tags: ~}\n- {name: c, password: null, tags: "null"}\n';
    expect(valuesOf(text, 'application/yaml')).toEqual([
      { name: 'a', password: 'x' },
      { name: 'b', password: 'x', tags: null },
      { name: 'c', password: null, tags: 'null' },
    ]);
  });

  it('are refused where entries that refer to each other would be read for minutes', () => {
    const text = '- {name: a, objects_ids: &a [ptp]}\n' + '- {name: b, objects_ids: *a}\n'.repeat(30);
    const readAll = (totalSize: number) => {
      for (const entry of fileEntries(text, 'application/yaml', { ...FILE_LIMITS, totalSize }))
        expect(entry.value).toHaveProperty('objects_ids', ['ptp']);
    };
    readAll(31 * 30);
    expect(() => readAll(20 * 30)).toThrow(/too many YAML aliases/);
  });

  it('are refused where an entry repeats lists of lists', () => {
    const bomb = (times: number) => `- [&a [x], ${'*a, '.repeat(times)}]`;
    expect(valuesOf(bomb(1_000), 'application/yaml')).toHaveLength(1);
    expect(() => valuesOf(bomb(1_001), 'application/yaml')).toThrow(/too many YAML aliases/);
  });

  it('are texts, lists and objects, whatever tags the file gives them', () => {
    expect(valuesOf('- {a: !!int 07, b: !x y, c: !!python/tuple [z], d: !!set {e: f}}', 'application/yaml')).toEqual([
      { a: '07', b: 'y', c: ['z'], d: { e: 'f' } },
    ]);
  });

  it('are refused with the line of the fault, which is not quoted', () => {
    expect(() => valuesOf('- name: a\n- password: "hunter2\n', 'application/yaml')).toThrow(
      new FileRefused('unreadable', 'The file is not YAML: see line 3, column 1.'),
    );
  });

  it('may be in several documents, each a list, an export or an entry; empty ones are nothing', () => {
    const text =
      '---\n- name: a\n---\n# nothing\n---\nname: b\n...\n---\nversion: "1.0"\nconnections:\n- name: c\n--- ~\n---\n[{name: d}]\n---\n';
    const entries = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
    expect(valuesOf(text, 'application/yaml')).toEqual(entries);
    expect(valuesOf(text.replaceAll('\n', '\r\n'))).toEqual(entries);
  });

  it.each(['---\n---\n', '# nothing\n', '~'])('are not in %j', (text) => {
    expect(() => valuesOf(text, 'application/yaml')).toThrow(new FileRefused('unreadable', 'The file is empty.'));
  });

  it.each(['- name: a\n---\ntext\n', '- name: a\n---\nversion: "1.0"\n'])(
    'are in every document, not as in %j',
    (text) => {
      expect(() => valuesOf(text, 'application/yaml')).toThrow('must be a list of connections');
    },
  );

  it.each([
    ['a key that is there twice', 'name: b\nname: c', 4, 1],
    ['an alias of nothing', '- *nothing', 3, 4],
    ['an alias of another document', '- *a', 3, 4],
    ['an object as a key, as in a template', '- b\n- name: {{ host }}', 4, 10],
    ['a list as a key', '- b\n-\n  ? [c]\n  : d', 5, 5],
    ['a tab as indentation', 'name:\n\t- b', 4, 1],
    ['deep nesting', `- b\n- ${'['.repeat(40)}`, 4, 33],
    ['a quote that is open', '- b\n- "c', 4, 5],
    ['a list that is open', '- b\n- [c,', 4, 6],
    ['a control character', '- b\n- \u0001', 4, 4],
    ['another indentation', 'name: b\n  tags: c', 4, 7],
    ['a merge of a text', '- b\n- {<<: 5}', 4, 4],
    ['an anchor without a name', '- b\n- & c', 4, 4],
    ['a version of the future', '%YAML 3.0\n--- b', 3, 1],
  ])('are refused with the line of the fault in the second document: %s', (_, second, line, column) => {
    expect(outcomeOf(() => valuesOf(`- &a {name: a}\n---\n${second}`, 'application/yaml'))).toMatchObject({
      reason: 'unreadable',
      message: `The file is not YAML: see line ${line}, column ${column}.`,
    });
  });

  it('may follow a marker and comments, in DOS lines too', () => {
    expect(valuesOf('%YAML 1.2\n---\n# devices\n\n- name: a\n# between\n- name: b\n')).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
    expect(valuesOf('- name: a\r\n  restapi: x\r\n- name: b\r\n')).toEqual([
      { name: 'a', restapi: 'x' },
      { name: 'b' },
    ]);
  });

  it('may be one long line', () => {
    const list = valuesOf(`connections: [${'{name: a},'.repeat(9_000)}]`, 'application/yaml');
    expect(list).toEqual(Array(9_000).fill({ name: 'a' }));
  });
});

describe('a file is refused', () => {
  const wide = (columns: number) => `name${Array.from({ length: columns - 1 }, (_, at) => `,x${at}`).join('')}\nA\n`;
  const mebibyte = 'x'.repeat(1024 * 1024);

  it.each([
    ['with more than 10,000 entries', `[${'0,'.repeat(10_000)}0]`, 'The file has more than 10000 connections.'],
    ['with more than 10,000 rows', `name,x\n${'A\n'.repeat(10_001)}`, 'The file has more than 10000 connections.'],
    ['with more than 64 columns', wide(65), 'The file has more than 64 columns.'],
    [
      'with an entry of more than 1 MiB',
      JSON.stringify([[mebibyte, 'x']]),
      'An entry in the file is larger than 1 MiB.',
    ],
    ['with a row of more than 1 MiB', `name,password\nA,"${mebibyte}`, 'An entry in the file is larger than 1 MiB.'],
    [
      'with a million empty cells',
      `name,x\n${','.repeat(1024 * 1024 + 1)}\n`,
      'An entry in the file is larger than 1 MiB.',
    ],
    [
      'with a million values in an entry',
      `[[${'0,'.repeat(1024 * 1024)}0]]`,
      'An entry in the file is larger than 1 MiB.',
    ],
    [
      'with a million values beside them',
      `{"connections":[],"x":[${'0,'.repeat(10_000)}0]}`,
      'The file has more than 10000 connections.',
    ],
    [
      'with a million fields beside them',
      `{${'"x":0,'.repeat(1024 * 1024)}"connections":[]}`,
      'An entry in the file is larger than 1 MiB.',
    ],
  ])('%s', (_, text, message) => {
    expect(() => valuesOf(text)).toThrow(message);
  });

  it('but not for what only looks like many values', () => {
    const text = `${'[,{'.repeat(20_000)}\\"`;
    expect(valuesOf(JSON.stringify([{ [text]: text }, text]))).toEqual([{ [text]: text }, text]);
  });

  it('but not at 64 columns', () => {
    expect(valuesOf(wide(64))).toMatchObject([{ name: 'A' }]);
  });
});

describe('the rows of CSV', () => {
  const rows = (text: string) => valuesOf(text, 'text/csv');

  it.each([
    ['after the separator', 'name, username, note\na, b, "c, ""d"""\n'],
    ['before a quote only', 'name,username,note\na,b, "c, ""d"""\n'],
    ['around quotes', 'name , username , note\n"a" , "b" , "c, ""d""" \n'],
    [
      'in the cells, of every kind',
      '\ufeff\ufeffname\u00a0,\u200bUsername,NOTE\u3000\na\u00a0,\u202fb," c, ""d""\u200b"\n',
    ],
    ['and tabs between', 'name\tusername\t note\na\t b\t"c, ""d"""\n'],
  ])('may have spaces %s', (_, text) => {
    expect(rows(text)).toMatchObject([{ name: 'a', username: 'b', note: 'c, "d"' }]);
  });

  it.each([
    ['name,password\na, x \n', ' x '],
    ['name,password\na," x "\n', ' x '],
    ['name, password\na, x\n', 'x'],
    ['name, password\na, " x "\n', ' x '],
  ])('keep the spaces of a password, but for those after every separator: %j', (text, password) => {
    expect(rows(text)).toMatchObject([{ password }]);
  });

  it.each([
    ['name,Host, NAME\u00a0\n', 'The file must not have two columns for name: see columns 1 and 3'],
    ['name,host,address\n', 'The file must not have two columns for host: see columns 2 and 3'],
    ['objects_ids,name,objects\n', 'The file must not have two columns for objects: see columns 1 and 3'],
    ['name,na\u200bme,host\n', 'The file must not have two columns for name: see columns 1 and 2'],
    ['host,name,ｈｏｓｔ\n', 'The file must not have two columns for host: see columns 1 and 3'],
    ['name,remark,x,Remark\n', 'The file must not have two columns of the same name: see columns 2 and 4'],
  ])('are refused where two columns are one: %j', (text, message) => {
    expect(() => rows(text)).toThrow(new FileRefused('invalid', message));
  });

  it.each(CONNECTION_FIELDS)('name the column of $field that is there twice', ({ heading, column }) => {
    for (const name of [heading, column])
      expect(() => rows(`name,${name},${name}\n`)).toThrow(`two columns for ${heading}`);
  });

  it('know their columns by what can be seen of the names', () => {
    expect(rows('na\u00adme,User\u2060name\nA,admin\n')).toMatchObject([{ name: 'A', username: 'admin' }]);
  });

  it.each(['A,p,w', 'A,p,,w', 'A,p,"w"'])('say where they have more cells than there are columns: %s', (row) => {
    const [entry, next] = fileEntries(`name,password\n${row}\nB,p\n`, 'text/csv').map((each) => importEntry(each, 1));
    expect(entry?.problems[0]?.message).toMatch('more cells');
    expect(next?.problems).not.toContainEqual(entry?.problems[0]);
  });

  it('may end in any number of separators', () => {
    expect(rows('name,password\nA,p,, ,\u00a0,\n')).toEqual([{ name: 'A', password: 'p', objects: '' }]);
  });

  it('keep only the beginning of the long name of a column, which the parser copies for every row', () => {
    expect(rows(`name,${'x'.repeat(10_000)}\nA,1\n`)).toEqual([{ name: 'A', ['x'.repeat(64)]: '1', objects: '' }]);
  });

  it('may have columns without a name', () => {
    expect(rows('name,,,\nA,1,2,3\n')).toMatchObject([{ name: 'A' }]);
  });

  it('are disabled without a mark where others have one', () => {
    const enabled = (...cells: string[]) => rows(`name,enabled\n${cells.map((cell) => `a,${cell}`).join('\n')}`);
    expect(enabled('x', '', 'X')).toMatchObject([{ enabled: 'x' }, { enabled: 'false' }, { enabled: 'X' }]);
    expect(enabled('x', '', 'no')[1]).not.toHaveProperty('enabled');
    expect(enabled('', '')[0]).not.toHaveProperty('enabled');
  });

  it('may lack objects', () => {
    expect(rows('name\na\n')).toEqual([{ name: 'a', objects: '' }]);
    expect(rows('name,template\na,minimal\n')).toEqual([{ name: 'a', template: 'minimal' }]);
  });

  it('come after the line for Excel, even as other programs save it', () => {
    expect(rows('sep=,,,\r\nname,objects\r\na,ptp\r\n')).toEqual([{ name: 'a', objects: 'ptp' }]);
  });
});

it('the rows of CSV may come after the line by which Excel knows the separator', () => {
  expect(valuesOf('sep=;\r\nname;objects\r\na,b;ptp\r\n', 'text/csv')).toEqual([{ name: 'a,b', objects: 'ptp' }]);
});

it('the rows of CSV lack what their cells do not have', () => {
  expect(valuesOf('name;restapi;x\na;;1\n\nb\n;;\n"c;d";"e ""f""";2;;\n', 'text/csv')).toEqual([
    { name: 'a', x: '1', objects: '' },
    { name: 'b', objects: '' },
    { name: 'c;d', restapi: 'e "f"', x: '2', objects: '' },
  ]);
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it.each([
  ['UTF-16', 'n\0a\0m\0e\0,\0h\0o\0s\0t\0'],
  ['a workbook', 'PK\u0003\u0004\u0014\0\u0006\0'],
  ['a database', 'SQLite format 3\0'],
])('a file that is %s is said not to be text, whatever it is called', (_what, text) => {
  for (const type of ['', 'text/csv', 'application/json', 'application/yaml'])
    expect(() => valuesOf(text, type)).toThrow(new FileRefused('unreadable', NOT_UTF_8));
});

it.each([
  'sep=;\nname;host\nA;h\n',
  '\ufeff"sep=\t"\r\nname\thost\r\nA\th\r\n',
  'name\thost\nA\th\n',
  'host;Name\nh;A\n',
])('a table is known without its media type: %j', (text) =>
  expect(valuesOf(text)).toEqual([{ name: 'A', host: 'h', objects: '' }]),
);
