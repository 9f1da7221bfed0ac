import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALERT_RULES, ruleFile } from './alert-rules';

interface RuleFile {
  groups: { name: string; rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
}

const reference = readFileSync(join(__dirname, '../../../../../docs/metrics.md'), 'utf8');

describe('the rule file', () => {
  it('is YAML that says what the table says, quotes and braces included', () => {
    const [{ rules }] = (load(ruleFile()) as RuleFile).groups;
    expect(rules.map(({ alert, expr }) => ({ alert, expr }))).toEqual(
      ALERT_RULES.map(({ alert, expr }) => ({ alert, expr })),
    );
  });

  it('names the device in every summary', () => {
    const [{ rules }] = (load(ruleFile()) as RuleFile).groups;
    for (const { annotations } of rules) expect(annotations.summary).toMatch(/^\{\{ \$labels\.target \}\}: /);
  });

  it('survives an apostrophe', () => {
    const rule = { ...ALERT_RULES[0], summary: "it's down" };
    const [{ rules }] = (load(ruleFile([rule])) as RuleFile).groups;
    expect(rules[0].annotations.summary).toBe("{{ $labels.target }}: it's down");
  });

  it.each(ALERT_RULES)('asks in $alert for metrics that there are', ({ expr }) => {
    const metrics = expr.match(/ic_snp_\w+/g) ?? [];
    expect(metrics).not.toHaveLength(0);
    for (const metric of metrics) expect(reference).toContain(`| \`${metric}\` |`);
  });

  it.each(ALERT_RULES)('selects and shows in $alert labels that its metric has', ({ expr, summary }) => {
    const [metric] = expr.match(/ic_snp_\w+/) ?? [''];
    const row = reference.split('\n').find((line) => line.startsWith(`| \`${metric}\` |`));
    const used = [...summary.matchAll(/\$labels\.(\w+)/g), ...expr.matchAll(/[{,](\w+)!?=/g)].map(([, name]) => name);
    const known = `${row} ${reference.match(/\| `ic_snp_receiver_info` .*/)?.[0]}`;
    for (const label of used) expect(known).toContain(`\`${label}\``);
  });
});
