import { at, NOW, summaryOf } from '../../testing/devices';
import { displayedHealth } from './freshness';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const heard = (ago: number) => ({ message: ago, status: ago });

describe('how a device looks', () => {
  it('is what the server says while its data is fresh', () => {
    const device = summaryOf(1, { health: { level: 'failed', reason: 'PTP unlocked', since: at(180_000) } });
    expect(displayedHealth(device, heard(500), null)).toEqual({
      level: 'failed',
      reason: 'PTP unlocked',
      since: NOW - 180_000,
      isStale: false,
    });
  });

  it.each(['healthy', 'degraded', 'failed'] as const)('is never %s after ten seconds without a message', (level) => {
    const health = displayedHealth(summaryOf(1, { health: { level } }), heard(14_000), null);
    expect(health).toMatchObject({ level: 'no_data', isStale: true });
    expect(plain(health.reason)).toBe('No data for 14 s');
  });

  it('is as the server says, however old its last status is, while only heartbeats are due', () => {
    const health = displayedHealth(summaryOf(1), { message: 500, status: 3_600_000 }, null);
    expect(health).toMatchObject({ level: 'healthy', isStale: false });
  });

  it('has stale values when its statuses have stopped, though its heartbeats arrive', () => {
    const reason = 'No status for 45 s; heartbeats arrive';
    const [level, tab] = ['degraded', 'events'] as const;
    const findings = [{ rule: 'statuses_stopped', level, reason, since: at(45_000), tab }];
    const device = summaryOf(1, { health: { level, reason, since: at(45_000), findings } });
    const health = displayedHealth(device, { message: 500, status: 50_000 }, null);
    expect(health).toMatchObject({ level, reason, isStale: true });
  });

  it('has stale values once it is lost, as old as its last status', () => {
    const lost = summaryOf(1, { state: 'disconnected', health: { level: 'no_data', reason: 'No data' } });
    expect(displayedHealth(lost, { message: 500, status: 36_000 }, null)).toMatchObject({ isStale: true });
    expect(displayedHealth(lost, heard(500), null)).toMatchObject({ isStale: false });
  });

  it('keeps the error of a session whose values are old', () => {
    const health = { level: 'failed', reason: 'password refused' } as const;
    const device = summaryOf(1, { state: 'error', health });
    expect(displayedHealth(device, heard(400_000), null)).toMatchObject({
      level: 'failed',
      reason: 'password refused',
      isStale: true,
    });
  });

  it('is not known when the stream has been lost for ten seconds', () => {
    expect(displayedHealth(summaryOf(1), heard(500), 9_999).level).toBe('healthy');
    const health = displayedHealth(summaryOf(1), heard(500), 12_000);
    expect(health).toMatchObject({ level: 'no_data', isStale: true });
    expect(plain(health.reason)).toBe('Unknown for 12 s');
  });

  it('keeps in mind what was wrong when the stream was lost', () => {
    const device = summaryOf(1, { health: { level: 'failed', reason: 'PTP unlocked' } });
    const health = displayedHealth(device, heard(500), 12_000);
    expect(health).toMatchObject({ level: 'no_data', isStale: true });
    expect(plain(health.reason)).toBe('PTP unlocked, 12 s ago');
  });

  it('is off when someone disabled it, lost stream or not', () => {
    const device = summaryOf(1, { enabled: false, health: { level: 'off' } });
    expect(displayedHealth(device, heard(500), 60_000).level).toBe('off');
  });
});
