import { START } from '../testing/fakes';
import type { JournalEntry } from './connection-event.entity';
import { JournalBuffer } from './journal-buffer';

/** Set back again and again. */
let clock = START;

const entry = (connectionId: number, reason: string): JournalEntry => ({
  ...{
    connectionId,
    at: (clock -= 1_000),
    kind: 'state',
    state: 'connected',
    previous: 'connecting',
    code: 'connected',
    reason,
  },
  ...{ location: null, objectId: null, alarmId: null },
});

const reasons = (buffer: JournalBuffer) => buffer.take().map(({ reason }) => reason);

describe('events that wait to be written', () => {
  it('are taken in the order in which they were recorded, however the clock is set', () => {
    const buffer = new JournalBuffer({ perConnection: 10, total: 10 });
    for (const [id, reason] of [
      [1, 'a'],
      [2, 'b'],
      [1, 'c'],
    ] as const)
      buffer.add(entry(id, reason));
    expect(buffer.size).toBe(3);
    expect(reasons(buffer)).toEqual(['a', 'b', 'c']);
    expect(buffer.size).toBe(0);
  });

  it('lose the oldest of a connection that has too many, not those of others', () => {
    const buffer = new JournalBuffer({ perConnection: 2, total: 10 });
    for (const [id, reason] of [
      [2, 'a'],
      [1, 'b'],
      [1, 'c'],
      [1, 'd'],
    ] as const)
      buffer.add(entry(id, reason));
    expect(buffer.dropped).toBe(1);
    expect(reasons(buffer)).toEqual(['a', 'c', 'd']);
  });

  it('never become more than there may be in all', () => {
    const buffer = new JournalBuffer({ perConnection: 10, total: 3 });
    for (let id = 1; id <= 5; id++) buffer.add(entry(id, String(id)));
    expect(buffer.size).toBe(3);
    expect(buffer.dropped).toBe(2);
    expect(reasons(buffer)).toEqual(['3', '4', '5']);
  });

  it('stand before what has come meanwhile when they are put back', () => {
    const buffer = new JournalBuffer({ perConnection: 2, total: 10 });
    for (const reason of ['a', 'b']) buffer.add(entry(1, reason));
    const taken = buffer.take();
    buffer.add(entry(1, 'c'));
    buffer.putBack(taken);
    expect(reasons(buffer)).toEqual(['b', 'c']);
  });
});
