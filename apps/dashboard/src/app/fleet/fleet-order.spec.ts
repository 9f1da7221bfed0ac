import { signal } from '@angular/core';
import { NOW, summaryOf } from '../testing/devices';
import type { HealthLevel } from '../core/api/models';
import type { LiveDevice } from '../core/live/fleet-store';
import { grouped, groupOf, isWanted, worstFirst } from './fleet-order';

function live(id: number, level: HealthLevel, since: number | null = null, tags = {}): LiveDevice {
  return {
    id,
    summary: signal(summaryOf(id, { tags })),
    offsets: signal({ values: [], stepMs: 10_000, newest: 0 }),
    health: signal({ level, reason: '', since, isStale: false }),
  };
}

describe('the order of the wall', () => {
  it('has what needs a person first, what went wrong last before what is wrong for long', () => {
    const devices = [
      live(10, 'healthy'),
      live(9, 'healthy'),
      live(3, 'off'),
      live(4, 'no_data'),
      live(5, 'degraded', NOW - 60_000),
      live(6, 'failed', NOW - 60_000),
      live(7, 'failed', NOW - 1_000),
    ];
    expect(worstFirst(devices).map(({ id }) => id)).toEqual([7, 6, 5, 4, 9, 10, 3]);
  });

  it('keeps what was wrong in front when nothing is known any more', () => {
    const lost = (id: number, was: HealthLevel) => ({
      ...live(id, 'no_data'),
      summary: signal(summaryOf(id, { health: { level: was } })),
    });
    const devices = [lost(1, 'healthy'), lost(2, 'degraded'), lost(3, 'failed')];
    expect(worstFirst(devices).map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('keeps those that match text, tags and levels', () => {
    const device = live(7, 'failed', null, { site: 'london' });
    const wanted = (levels: string[], tags: string[], text = 'snp-7') => isWanted(device, { text, tags, levels });
    expect([wanted([], []), wanted(['failed', 'degraded'], ['site=london'])]).toEqual([true, true]);
    expect([wanted(['healthy'], []), wanted([], ['site=paris']), wanted([], [], 'x')]).toEqual([false, false, false]);
  });

  it('groups in the order of titles, those without one last', () => {
    const groups = grouped(['b1', 'a10', 'a9', ''], (text) => text.slice(0, 1));
    expect(groups.map(({ title, members }) => [title, ...members])).toEqual([
      ['a', 'a10', 'a9'],
      ['b', 'b1'],
      ['', ''],
    ]);
    expect(groupOf(summaryOf(1, { tags: { site: 'x' } }), 'tag:site')).toBe('x');
    expect(groupOf(summaryOf(1), 'firmware')).toBe('3.2.0.35');
  });
});
