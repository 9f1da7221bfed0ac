import type { Figures } from '../core/api/models';
import { displayedHealth } from '../core/live/freshness';
import { at, NOW, summaryOf } from '../testing/devices';
import { commonMaster, statusAge, clockStatus, statusText } from './clock-status';

const COMMON = '08-00-11-FF-FE-23-2C-56';

const status = (figures: Partial<Figures>, common: string | null = COMMON) => {
  const summary = summaryOf(1, { figures });
  return clockStatus(summary, displayedHealth(summary, { message: 500, status: 500 }, null), common);
};

describe('the grandmaster of the fleet', () => {
  it.each([
    ['followed by all', ['A', 'A'], 'A'],
    ['followed by most of those that are locked', ['A', null, 'A', 'B', null], 'A'],
    ['none where there is no majority', ['A', 'B'], null],
    ['none where nobody is locked', [null, null], null],
  ])('is %s', (_, masters, common) => expect(commonMaster(masters)).toBe(common));
});

describe('the status of a clock', () => {
  it.each<[string, Partial<Figures>]>([
    ['fine', {}],
    ['unlocked', { ptp_state: 'holdover' }],
    ['unlocked', { ptp_state: 'unlocked_free_run', grandmaster: 'B', ptp_offset_seconds: 1 }],
    ['other_master', { grandmaster: 'B' }],
    ['fine', { grandmaster: null }],
    ['far_off', { ptp_offset_seconds: -1.2e-6 }],
    ['fine', { ptp_offset_seconds: 1e-6 }],
    ['no_ptp', { ptp_state: null, ptp_offset_seconds: null, grandmaster: null }],
  ])('is %s with %j', (expected, figures) => expect(status(figures)).toBe(expected));

  it('does not blame anyone where the fleet has no grandmaster in common', () => {
    expect(status({ grandmaster: 'B' }, null)).toBe('fine');
  });

  it('does not believe old values', () => {
    const summary = summaryOf(1, { figures: { ptp_state: 'holdover' } });
    const health = displayedHealth(summary, { message: 12_000, status: 12_000 }, null);
    expect(clockStatus(summary, health, COMMON)).toBe('no_data');
    expect(statusText(summary, health, 'no_data').replaceAll('\u00a0', ' ')).toBe('No data for 12 s');
  });

  it('says how long it has been so', () => {
    const finding = { rule: 'ptp_unlocked', level: 'failed', reason: '', since: at(180_000), tab: 'ptp' } as const;
    const summary = summaryOf(1, { health: { findings: [finding] } });
    expect(statusAge(summary, 'unlocked', NOW).replaceAll('\u00a0', ' ')).toBe('3 min');
    expect(statusAge(summary, 'far_off', NOW)).toBe('');
  });
});
