import type { Connection } from '../core/api/models';
import type { LiveDevice } from '../core/live/fleet-store';
import { hasReason, lastMessageAt, type ConnectionRow } from './connection-row';

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

  it('has no last message of a device that has sent none, whenever its state was stored', () => {
    const last_update = '2026-02-03 20:05:00';
    expect(lastMessageAt(rowOf({ last_update }, { last_message_at: null }))).toBeNull();
    expect(lastMessageAt(rowOf({ last_update }))).not.toBeNull();
  });
});
