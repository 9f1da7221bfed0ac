import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILIES } from './index';
import { exampleExpositions, exampleStore } from './testing/example-device';

const EXAMPLES = join(__dirname, '../../../docs/examples');
const text = readFileSync(join(EXAMPLES, 'device.prom'), 'utf8');
const openmetrics = readFileSync(join(EXAMPLES, 'device.openmetrics'), 'utf8');

const LINE = /^([a-z0-9_]+)\{(.*)\} (\S+)$/;
const LABEL = /([a-z0-9_]+)="((?:[^"\\]|\\.)*)"(?:,|$)/g;

/** Name, labels and value of every line that is no comment; the example has no escapes. */
function read(exposition: string): unknown[] {
  const lines = exposition.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name, labels, value] = LINE.exec(line) ?? [];
    const named = Array.from(labels.matchAll(LABEL), ([, label, said]) => [label, said]);
    return [name, Object.fromEntries(named), Number(value)];
  });
}

describe('the exposition of a whole pretended device', () => {
  it('is what docs/examples holds in both formats; run `npm run docs` when it is not', async () => {
    const rendered = await exampleExpositions();
    expect(rendered.text.split('\n')).toEqual(text.split('\n'));
    expect(rendered.openmetrics.split('\n')).toEqual(openmetrics.split('\n'));
  });

  it.each([
    ['text', text],
    ['OpenMetrics', openmetrics],
  ])('reads back in %s with every name, label and value', async (_, exposition) => {
    const store = await exampleStore();
    const [name] = store.targetNames();
    const held = [...(store.target(name)?.list() ?? [])].map(({ family, labels, value }) => [
      family.name,
      { target: name, ...labels },
      value,
    ]);
    expect(read(exposition)).toEqual(held);
    expect(held.length).toBeGreaterThan(1_800);
  });

  it('has series of every family', () => {
    const said = new Set(read(text).map((series) => (series as [string])[0]));
    expect(FAMILIES.filter(({ name }) => !said.has(name)).map(({ name }) => name)).toEqual([]);
  });

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
  (hasPromtool ? it : it.skip)('leaves promtool without a word, but for the names of old', () => {
    const legacy = new Set(FAMILIES.filter(({ group }) => group === 'legacy').map(({ name }) => name));
    const modern = text.split('\n').filter((line) => !legacy.has(/^(?:# \w+ )?(\w*)/.exec(line)?.[1] ?? ''));
    expect(execFileSync('promtool', ['check', 'metrics'], { input: modern.join('\n'), encoding: 'utf8' })).toBe('');
  });
});
