import type { Connection } from '../core/api/models';
import type { LiveDevice } from '../core/live/fleet-store';
import { hasReason, lastStatusAt, type ConnectionRow } from './connection-row';

const rowOf = (connection: Partial<Connection>, summary?: object): ConnectionRow => ({
  id: 1,
  connection: { enabled: true, fault: null, status: 'connected', ...connection } as Connection,
  live: summary && ({ summary: () => summary } as unknown as LiveDevice),
});

describe('a row of the connections', () => {
  it.each([
    ['connected', null, false],
    ['connecting', null, false],
    ['disconnected', null, true],
    ['error', null, true],
    ['connected', 'the password is missing', true],
  ])('says why it is %s with the fault %j: %p', (state, fault, isSaid) => {
    expect(hasReason(rowOf({ fault }, { state }))).toBe(isSaid);
  });

  it('needs no reason when it is disabled', () => {
    expect(hasReason(rowOf({ enabled: false }, { state: 'disconnected' }))).toBe(false);
  });

  it('has no last status of a device that has sent none but heartbeats, whenever its state was stored', () => {
    const last_update = '2026-02-03 20:05:00';
    expect(lastStatusAt(rowOf({ last_update }, { last_status_at: null }))).toBeNull();
    expect(lastStatusAt(rowOf({ last_update }))).not.toBeNull();
  });
});
