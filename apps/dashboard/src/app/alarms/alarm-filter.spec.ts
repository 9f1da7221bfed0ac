import { at, NOW } from '../testing/devices';
import type { Alarm } from '../core/api/models';
import { devicesOf, groupAlarms, isOfGroup, matchesAlarm } from './alarm-filter';

const alarmOf = (connection_id: number, reason: string, ago: number): Alarm => ({
  connection_id,
  connection_name: `SNP-${connection_id}`,
  alarm_id: '55',
  object_id: 'system',
  location: 'System Power Supply',
  reason,
  raised_at: at(ago),
  first_seen_at: at(0),
});
const alarms = [alarmOf(1, 'Power', 5000), alarmOf(2, 'Power', 1000), alarmOf(1, 'Fan', 9000)];

describe('alarms', () => {
  it.each([
    ['power snp-2', [2]],
    ['supply', [1, 2, 1]],
    ['', [1, 2, 1]],
    ['nothing', []],
  ])('are found by the words %j', (text, ids) => {
    expect(alarms.filter((alarm) => matchesAlarm(alarm, text)).map(({ connection_id }) => connection_id)).toEqual(ids);
  });

  it('offer the devices that have raised some, by name', () => {
    const tenth = { ...alarmOf(10, 'Fan', 0), connection_name: 'SNP-10' };
    expect(devicesOf([tenth, ...alarms])).toEqual([
      { value: '1', label: 'SNP-1' },
      { value: '2', label: 'SNP-2' },
      { value: '10', label: 'SNP-10' },
    ]);
  });

  it('are counted by reason and by device', () => {
    expect(groupAlarms(alarms, 'reason')).toEqual([
      { key: 'Power', title: 'Power', count: 2, deviceCount: 2, newest: NOW - 1000 },
      { key: 'Fan', title: 'Fan', count: 1, deviceCount: 1, newest: NOW - 9000 },
    ]);
    expect(groupAlarms(alarms, 'device').map(({ key, title, count }) => [key, title, count])).toEqual([
      ['1', 'SNP-1', 2],
      ['2', 'SNP-2', 1],
    ]);
    expect(alarms.filter((alarm) => isOfGroup(alarm, 'device', '1'))).toHaveLength(2);
  });
});
