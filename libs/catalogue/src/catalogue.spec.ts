import { FAMILIES, GROUPS } from './index';

const names = FAMILIES.map(({ name }) => name);
const modern = FAMILIES.filter(({ group }) => group !== 'legacy');
/** Names of units as Prometheus wants none. */
const DERIVED_UNITS =
  /(milliseconds|microseconds|_ms|_us|minutes|hours|days|bits|kilobytes|megabytes|percent)(_total)?$/;

describe('the catalogue', () => {
  it('names each family once', () => expect(new Set(names).size).toBe(names.length));

  it.each(names)('%s has a name that Prometheus accepts', (name) =>
    expect(name).toMatch(/^ic_snp_[a-z][a-z0-9_]*[a-z0-9]$/),
  );

  it.each(FAMILIES.map((family) => [family.name, family] as const))(
    '%s says what it is and where it comes from',
    (_, family) => {
      expect(family.help).toMatch(/^[A-Z].*\.$/s);
      expect(family.help).not.toContain('\n');
      expect(family.source).not.toBe('');
      expect(GROUPS).toContain(family.group);
    },
  );

  it.each(FAMILIES.map((family) => [family.name, family] as const))(
    '%s has valid labels, none of them `target`',
    (_, family) => {
      expect(new Set(family.labels).size).toBe(family.labels.length);
      for (const label of family.labels) {
        expect(label).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(['target', 'job', 'instance', 'le', 'quantile']).not.toContain(label);
      }
      expect(family.labels.includes('state')).toBe(family.type === 'stateset');
    },
  );

  it('ends counters in _total, facts in _info, and nothing else in either', () => {
    expect(FAMILIES.filter(({ name, type }) => name.endsWith('_total') !== (type === 'counter'))).toEqual([]);
    expect(FAMILIES.filter(({ name, type }) => name.endsWith('_info') !== (type === 'info'))).toEqual([]);
  });

  it.each(modern.map((family) => [family.name, family] as const))(
    '%s counts in base units that its name ends with',
    (_, family) => {
      expect(family.name).not.toMatch(DERIVED_UNITS);
      const unit = /_(seconds|celsius|bytes|bytes_per_second|rpm|dbm|ratio|frames)(_total)?$/.exec(family.name)?.[1];
      expect(family.unit).toBe(unit);
    },
  );

  it('is data that can be sent as it is', () => {
    expect(JSON.parse(JSON.stringify(FAMILIES))).toEqual(FAMILIES);
    const keys = new Set(FAMILIES.flatMap((family) => Object.keys(family)));
    expect(keys).toEqual(new Set(['name', 'type', 'unit', 'group', 'labels', 'timeLabels', 'help', 'source']));
  });

  it('has families in every group but the exporter’s own', () => {
    expect(new Set(FAMILIES.map(({ group }) => group))).toEqual(
      new Set(GROUPS.filter((group) => group !== 'exporter')),
    );
  });
});
