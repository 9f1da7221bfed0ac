import { EXPORTER_FAMILIES, FAMILIES } from '../index';
import { exampleStore } from '../testing/example-device';
import { ALERT_GROUPS } from './index';
import { OLD_NAMES } from './old-names';
import { selectors, type Selector } from './testing/selectors';

interface Known {
  readonly type: string;
  readonly labels: readonly string[];
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  [...FAMILIES, ...Object.values(EXPORTER_FAMILIES)].map((family): [string, Known] => [family.name, family]),
);
/** Labels that come with every scrape, by tags, by further elements, or by the rule itself. */
const ALWAYS = ['job', 'instance', 'target', 'element', 'site', 'severity'];

const RULES = ALERT_GROUPS.flatMap(({ records = [], rules }) => [
  ...records.map(({ record, expr }) => ({ name: record, expr, texts: '' })),
  ...rules.map(({ alert, expr, subject = '', summary, description }) => ({
    name: alert,
    expr,
    texts: [subject, summary, description].join(' '),
  })),
]);

const fixed = ({ operator, value }: Selector['matchers'][number]): string[] =>
  operator === '=~' || operator === '=' ? value.split('|') : [];

describe('the alert rules', () => {
  it('have a name each, of their own', () => {
    const names = RULES.map(({ name }) => name);
    expect(names.length).toBe(new Set(names).size);
    expect(names.filter((name) => !/^(Snp[A-Z]\w+|snp:\w+)$/.test(name))).toEqual([]);
  });

  it.each(RULES)('ask in $name for metrics and labels of the catalogue', ({ expr }) => {
    for (const { metric, matchers } of selectors(expr)) {
      expect({ metric, isKnown: KNOWN.has(metric) }).toEqual({ metric, isKnown: true });
      const labels = [...(KNOWN.get(metric)?.labels ?? []), ...ALWAYS];
      for (const { label } of matchers) expect(labels).toContain(label);
    }
  });

  it.each(RULES)('match and show in $name labels that the series have', ({ expr, texts }) => {
    const own = selectors(expr).flatMap(({ metric }) => KNOWN.get(metric)?.labels ?? []);
    const made = [...expr.matchAll(/"(\w+)", "\w+", "", ""/g)].map(([, label]) => label);
    const recorded = expr.includes('snp:') ? ['grandmaster_identity'] : [];
    const matched = [...expr.matchAll(/\b(?:on|ignoring|by|without|group_left) \(([^()]*)\)/g)]
      .flatMap(([, labels]) => labels.split(','))
      .map((label) => label.trim());
    const shown = [...texts.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
    const known = new Set([...own, ...made, ...recorded, ...ALWAYS, '']);
    expect([...matched, ...shown].filter((label) => !known.has(label))).toEqual([]);
  });

  it('select values that devices have', async () => {
    const store = await exampleStore();
    const [name] = store.targetNames();
    const said = [...(store.target(name)?.list() ?? [])];
    const isSaid = (metric: string, label: string, value: string): boolean =>
      said.some(({ family, labels }) => family.name === metric && new RegExp(`^${value}$`).test(labels[label] ?? ''));
    const wanted = RULES.flatMap(({ expr }) => selectors(expr))
      .filter(({ metric }) => KNOWN.get(metric)?.type !== 'info')
      .flatMap(({ metric, matchers }) =>
        matchers.flatMap((matcher) => fixed(matcher).map((value) => ({ metric, label: matcher.label, value }))),
      );
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter(({ metric, label, value }) => !isSaid(metric, label, value))).toEqual([]);
  });

  it.each(ALERT_GROUPS.flatMap(({ rules }) => rules))('say in $alert what is wrong and what to do', (rule) => {
    const { summary, description } = rule;
    expect(summary).not.toMatch(/\.$|^(The|A|An) /);
    expect(summary.replace(/\{\{.*?\}\}/g, '').length).toBeLessThanOrEqual(80);
    expect(description).toMatch(/^[A-Z0-9].*\.$/);
    expect(description.length).toBeLessThanOrEqual(200);
  });
});

describe('the recording rules of old names', () => {
  it.each(OLD_NAMES)('make $record of metrics and labels of the catalogue', ({ expr }) => {
    for (const { metric, matchers } of selectors(expr)) {
      expect({ metric, isKnown: KNOWN.has(metric) }).toEqual({ metric, isKnown: true });
      for (const { label } of matchers) expect(KNOWN.get(metric)?.labels).toContain(label);
    }
  });
});
