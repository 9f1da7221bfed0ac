import type { ActiveAlarm } from '@snp/protocol';
import { DeviceAlarms } from './device-alarms';

const NOW = Date.UTC(2026, 1, 3);
const alarm = (id: string, reason = 'Power supply A is bad'): ActiveAlarm => ({
  ...{ id, reason, location: 'System Power Supply', objectId: 'system' },
  ...{ elementIp: '10.0.0.1', raisedAt: null },
});

describe('the alarms of a device', () => {
  it('are news when one is raised or cleared', () => {
    const alarms = new DeviceAlarms();
    expect(alarms.update([alarm('1'), alarm('2')], NOW)).toBe(true);
    expect(alarms.update([alarm('2'), alarm('3')], NOW)).toBe(true);
    expect(alarms.active).toEqual([alarm('2'), alarm('3')]);
  });

  it('are no news when the list is the same', () => {
    const alarms = new DeviceAlarms();
    alarms.update([alarm('1')], NOW);
    expect(alarms.update([alarm('1')], NOW)).toBe(false);
  });

  it('are unknown while the device is lost, and news when it is back', () => {
    const alarms = new DeviceAlarms();
    alarms.update([alarm('1'), alarm('2')], NOW);
    alarms.lose();
    expect(alarms.active).toEqual([]);
    expect(alarms.update([alarm('2')], NOW)).toBe(true);
    expect(alarms.active).toEqual([alarm('2')]);
    alarms.lose();
    expect(alarms.update([alarm('2')], NOW)).toBe(true);
  });
});
