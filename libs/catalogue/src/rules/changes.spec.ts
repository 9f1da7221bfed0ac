import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORTER_FAMILIES, FAMILIES } from '../index';
import { ALERT_GROUPS } from './index';
import { OLD_NAMES } from './old-names';

const page = readFileSync(join(__dirname, '../../../../docs/changes-of-metrics.md'), 'utf8');
const FAMILY_NAMES = new Set([...FAMILIES, ...Object.values(EXPORTER_FAMILIES)].map(({ name }) => name));
const OLD = new Set(OLD_NAMES.map(({ record }) => record));

const named = (text: string): string[] => [...new Set(text.match(/\bic_snp_\w+/g) ?? [])];

describe('the page of changes', () => {
  it('names metrics that there are, and old ones that have a recording rule', () => {
    const known = [...FAMILY_NAMES, ...OLD];
    expect(named(page).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names every recording rule and what it is made of', () => {
    const names = OLD_NAMES.flatMap(({ record, expr }) => [record, ...named(expr)]);
    expect(names.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  });

  it('names alerts that there are', () => {
    const alerts = ALERT_GROUPS.flatMap(({ rules }) => rules.map(({ alert }) => alert));
    const gone = ['SnpFan'];
    expect(page.match(/\bSnp[A-Z]\w+/g)?.filter((name) => ![...alerts, ...gone].includes(name))).toEqual([]);
  });
});
