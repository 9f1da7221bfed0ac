import type { ActiveAlarm } from '@snp/protocol';
import { PretendDevice } from '../testing/pretend-device';
import { stillAt } from '../testing/still-clock';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;
const alarm = (part: Partial<ActiveAlarm> = {}): ActiveAlarm => ({
  id: '55',
  reason: 'Fan failed',
  location: 'Front',
  objectId: 'system',
  elementIp: '10.0.0.1',
  raisedAt: NOW - HOUR,
  ...part,
});
const raised = (id = '55') =>
  `ic_snp_active_alarm_raised_timestamp_seconds{alarm_id="${id}",object_id="system",location="Front",reason="Fan failed"}`;

function deviceWith(...alarms: ActiveAlarm[]): PretendDevice {
  const device = new PretendDevice(['alarms']);
  device.device.alarms(alarms, device.target, stillAt(NOW));
  return device;
}

describe('raised alarms', () => {
  it('have a series each, with the time at which the device raised them', () => {
    expect(deviceWith(alarm(), alarm({ id: '7', raisedAt: NOW - 2 * HOUR })).series).toEqual({
      ic_snp_active_alarms: 2,
      [raised('55')]: (NOW - HOUR) / 1000,
      [raised('7')]: (NOW - 2 * HOUR) / 1000,
    });
  });

  it('go when they clear', () => {
    const device = deviceWith(alarm(), alarm({ id: '7' }));
    device.device.alarms([alarm({ id: '7' })], device.target, stillAt(NOW));
    expect(device.series).toEqual({ ic_snp_active_alarms: 1, [raised('7')]: (NOW - HOUR) / 1000 });
    device.device.alarms([], device.target, stillAt(NOW));
    expect(device.series).toEqual({ ic_snp_active_alarms: 0 });
  });

  it.each([
    ['in the future', NOW + 1],
    ['before 2015', Date.UTC(2014, 11, 31)],
    ['unreadable', null],
  ])('whose time is %s have the time at which they were first seen', (_, raisedAt) => {
    const device = deviceWith(alarm({ raisedAt }));
    expect(device.series[raised()]).toBe(NOW / 1000);
    device.device.alarms([alarm({ raisedAt })], device.target, stillAt(NOW + 500));
    expect(device.series[raised()]).toBe(raisedAt === NOW + 1 ? (NOW + 1) / 1000 : NOW / 1000);
  });

  it.each([-HOUR, HOUR])('were first seen at the same moment after the clock was set by %d ms', (step) => {
    const device = deviceWith(alarm({ raisedAt: null }));
    device.device.alarms([alarm({ raisedAt: null })], device.target, stillAt(NOW + 500, step));
    expect(device.series[raised()]).toBe((NOW + step) / 1000);
  });

  it('are seen for the first time again after they cleared', () => {
    const device = deviceWith(alarm({ raisedAt: null }));
    device.device.alarms([], device.target, stillAt(NOW + 1000));
    device.device.alarms([alarm({ raisedAt: null })], device.target, stillAt(NOW + 2000));
    expect(device.series[raised()]).toBe((NOW + 2000) / 1000);
  });

  it.each([
    [NOW - HOUR, NOW - 2 * HOUR],
    [NOW - 2 * HOUR, NOW - HOUR],
  ])('that nothing tells apart are one series with the earlier time', (first, second) => {
    expect(deviceWith(alarm({ raisedAt: first }), alarm({ raisedAt: second })).series).toEqual({
      ic_snp_active_alarms: 2,
      [raised()]: (NOW - 2 * HOUR) / 1000,
    });
  });

  it('have series for 500 at most; the others are counted as dropped', () => {
    const many = Array.from({ length: 503 }, (_, at) => alarm({ id: String(at) }));
    const device = new PretendDevice(['alarms', 'session']);
    device.device.alarms(many, device.target, stillAt(NOW));
    device.device.session(
      {
        state: 'connected',
        isUp: true,
        lastMessageAt: null,
        lastStatusAt: null,
        connectedAt: null,
        connects: 1,
        disconnects: new Map(),
        messages: new Map(),
        receivedBytes: 0,
        decodeErrors: new Map(),
        droppedSeries: 10,
        polls: new Map(),
        certificateExpiresAt: null,
        lastStatusDurationSeconds: null,
      },
      device.target,
    );
    expect(Object.keys(device.family('ic_snp_active_alarm_raised_timestamp_seconds'))).toHaveLength(500);
    expect(device.series).toMatchObject({ ic_snp_active_alarms: 503, ic_snp_session_dropped_series_total: 13 });
  });

  it('keep texts that are hostile to labels', () => {
    const reason = 'say "no"\\ to\nnewlines 🙂';
    const [name] = Object.keys(deviceWith(alarm({ reason })).family('ic_snp_active_alarm_raised_timestamp_seconds'));
    expect(name).toContain(`reason="${reason}"`);
  });
});
