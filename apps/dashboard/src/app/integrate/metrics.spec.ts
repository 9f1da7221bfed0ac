import type { CatalogueEntry } from '../core/api/models';
import { groupsOf, isWantedMetric } from './metrics';

const LOCKED: CatalogueEntry = {
  name: 'ic_snp_ptp_locked',
  type: 'gauge',
  unit: null,
  group: 'ptp',
  labels: [],
  help: 'Whether the PTP clock is locked.',
  source: 'ptp.ptpStatus.ptpCtlrState',
};
const UP: CatalogueEntry = { ...LOCKED, name: 'ic_snp_up', group: 'session', help: 'Whether the session delivers.' };

describe('the metrics that one looks for', () => {
  it.each([
    ['', true],
    ['PTP clock', true],
    ['locked ctlrstate', true],
    ['locked celsius', false],
  ])('for %j: %p', (text, isWanted) => expect(isWantedMetric(LOCKED, { text, groups: [] })).toBe(isWanted));

  it('are of the chosen groups', () => {
    const filter = { text: 'ic_snp', groups: ['session', 'alarms'] };
    expect([LOCKED, UP].filter((metric) => isWantedMetric(metric, filter))).toEqual([UP]);
  });

  it('offers the groups as the catalogue has them', () =>
    expect(groupsOf([UP, LOCKED, UP])).toEqual(['session', 'ptp']));
});
