import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALERT_GROUPS, alertFile, oldNamesFile } from './index';
import { ruleFile } from './rule-file';

const EXAMPLES = join(__dirname, '../../../../docs/examples');

describe('the rule files', () => {
  it.each([
    ['alerts.yml', alertFile],
    ['recording-old-names.yml', oldNamesFile],
  ])('are what docs/examples/%s holds; run `npm run docs` when it is not', (name, file) => {
    expect(readFileSync(join(EXAMPLES, name), 'utf8')).toBe(file());
  });

  it('have every rule, with its subject in the summary', () => {
    const { groups } = load(alertFile()) as {
      groups: { rules: { alert?: string; annotations?: { summary: string } }[] }[];
    };
    const written = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert !== undefined);
    expect(written.map(({ alert }) => alert)).toEqual(
      ALERT_GROUPS.flatMap(({ rules }) => rules.map(({ alert }) => alert)),
    );
    for (const { annotations } of written)
      expect(annotations?.summary).toMatch(/^(\{\{ \$labels\.(target|instance) \}\}|SNP Exporter): /);
  });

  it('keep quotes, colons and line breaks', () => {
    const rule = { ...ALERT_GROUPS[0].rules[0], expr: 'a{b="c"}\nand d', summary: "it's: down", description: '"#"' };
    const text = ruleFile([{ name: 'odd', rules: [rule] }]);
    expect(load(text)).toMatchObject({
      groups: [
        { rules: [{ expr: rule.expr, annotations: { summary: "SNP Exporter: it's: down", description: '"#"' } }] },
      ],
    });
  });
});
