import fc from 'fast-check';
import { stringify } from 'yaml';
import { ProblemError } from '@snp/http';
import { fileEntries } from './entries';
import { yamlEntries } from './yaml-entries';

async function valuesOf(text: string, mediaType?: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const { value } of fileEntries(text, mediaType)) values.push(value);
  return values;
}

/** Any JSON, but for what the API refuses. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'));

describe('the entries of JSON', () => {
  it('are those that parsing it whole would give, however it is laid out', async () => {
    const layout = fc.constantFrom(undefined, 1, '\t');
    await fc.assert(
      fc.asyncProperty(fc.array(json), fc.dictionary(fc.string(), json), layout, async (entries, beside, space) => {
        const envelope = { ...beside, connections: entries, version: 'connections' };
        fc.pre(!JSON.stringify(envelope).includes('"__proto__"'));
        expect(await valuesOf(JSON.stringify(envelope, null, space))).toEqual(JSON.parse(JSON.stringify(entries)));
        expect(await valuesOf(JSON.stringify(entries, null, space))).toEqual(JSON.parse(JSON.stringify(entries)));
      }),
    );
  });

  it('are refused, never a crash, where anything of the text is broken', async () => {
    const good = JSON.stringify({
      version: '1.0',
      connections: [{ name: 'a"]}', objects_ids: [{}] }, { name: '\\' }],
      x: [1],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.string({ maxLength: 2 }), async (at, instead) => {
        const text = good.slice(0, at) + instead + good.slice(at + 1);
        const whole = attempt(() => JSON.parse(text) as { connections?: unknown });
        const read = await valuesOf(text, 'application/json').catch((error: unknown) => error);
        if (whole === undefined) expect(read).toBeInstanceOf(ProblemError);
        else if (Array.isArray(whole.connections)) expect(read).toEqual(whole.connections);
      }),
    );
  });
});

describe('the entries of YAML', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom('0123', 'no', 'null', '1e3', '- x', 'a: b', '#', '&a', '*a', 'line\nbreak\n- x'),
  );
  const entry = fc.record({ name: scalar, objects_ids: fc.array(fc.record({ objectType: scalar })) });

  it('are texts as they were written, one by one or whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1 }), async (entries) => {
        expect(await valuesOf(stringify(entries), 'application/yaml')).toEqual(entries);
        expect(await valuesOf(stringify({ connections: entries }), 'application/yaml')).toEqual(entries);
      }),
    );
  });

  it('may share lists by anchors, as dumped files do', async () => {
    const shared = [{ objectType: 'ptp' }];
    const entries = ['a', 'b', 'c'].map((name) => ({ name, objects_ids: shared }));
    const text = stringify(entries);
    expect(text).toMatch(/&a1[^]*\*a1[^]*\*a1/);
    expect(await valuesOf(text, 'application/yaml')).toEqual(entries);
  });

  it('may take over fields of another one, and leave fields out by null', async () => {
    const text =
      '- &a {name: a, password: x}\n- {<<: *a, name: b, tags: ~}\n- {name: c, password: null, tags: "null"}\n';
    expect(await valuesOf(text, 'application/yaml')).toEqual([
      { name: 'a', password: 'x' },
      { name: 'b', password: 'x', tags: null },
      { name: 'c', password: null, tags: 'null' },
    ]);
  });

  it('are refused where entries that refer to each other would be read for minutes', async () => {
    const text = '- {name: a, objects_ids: &a [ptp]}\n' + '- {name: b, objects_ids: *a}\n'.repeat(30);
    const readAll = async (maxAgain: number) => {
      for await (const entry of yamlEntries(text, maxAgain)) expect(entry.value).toHaveProperty('objects_ids', ['ptp']);
    };
    await readAll(30 * 40);
    await expect(readAll(20 * 40)).rejects.toThrow(/refer to each other too often/);
  });

  it('may follow a marker and comments, in DOS lines too', async () => {
    expect(await valuesOf('%YAML 1.2\n---\n# devices\n\n- name: a\n# between\n- name: b\n')).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
    expect(await valuesOf('- name: a\r\n  restapi: x\r\n- name: b\r\n')).toEqual([
      { name: 'a', restapi: 'x' },
      { name: 'b' },
    ]);
  });

  it('are refused where the file is large and not a list', async () => {
    await expect(valuesOf(`connections: [${'{name: a},'.repeat(30_000)}]`, 'application/yaml')).rejects.toThrow(
      /one item a connection/,
    );
  });
});

it('the rows of CSV may come after the line by which Excel knows the separator', async () => {
  expect(await valuesOf('sep=;\r\nname;objects\r\na,b;ptp\r\n', 'text/csv')).toEqual([{ name: 'a,b', objects: 'ptp' }]);
});

it('the rows of CSV lack what their cells do not have', async () => {
  expect(await valuesOf('name;restapi;x\na;;1\n\nb\n;;\n"c;d";"e ""f""";2;more\n', 'text/csv')).toEqual([
    { name: 'a', x: '1' },
    { name: 'b' },
    { name: 'c;d', restapi: 'e "f"', x: '2' },
  ]);
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
