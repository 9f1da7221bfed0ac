import { EventRing } from './event-ring';

const idsIn = (frames: string | undefined) =>
  frames && [...frames.matchAll(/^id: \w+-(\d+)$/gm)].map(([, digits]) => Number(digits));

/** A ring after so many events. */
function ringAfter(count: number, capacity = 100): EventRing {
  const ring = new EventRing(capacity);
  for (let number = 1; number <= count; number++) ring.add('state', { number });
  return ring;
}

describe('events that can be sent again', () => {
  it('are written as server-sent events', () => {
    const ring = new EventRing(10);
    const frame = ring.add('state', { reason: 'two\nlines' });
    expect(frame).toBe(`id: ${ring.lastId}\nevent: state\ndata: {"reason":"two\\nlines"}\n\n`);
  });

  it('are those after the last one that was received', () => {
    const ring = ringAfter(5);
    const third = ring.lastId.replace(/\d+$/, '3');
    expect(idsIn(ring.since(third))).toEqual([4, 5]);
    expect(ring.since(ring.lastId)).toBe('');
  });

  it('reach back to the very beginning while they are few', () => {
    const ring = new EventRing(10);
    const start = ring.lastId;
    ring.add('state', {});
    expect(idsIn(ring.since(start))).toEqual([1]);
  });

  it.each([
    ['of another run of the exporter', () => 'abcdef012345-3'],
    ['that is not there yet', (ring: EventRing) => ring.lastId.replace(/\d+$/, '999')],
    ['that is none', () => 'nonsense'],
    ['with an odd number', (ring: EventRing) => ring.lastId.replace(/\d+$/, '1e3')],
  ])('cannot be told after an event %s', (_case, id) => {
    const ring = ringAfter(5);
    expect(ring.since(id(ring))).toBeUndefined();
  });

  it('are the newest ones only', () => {
    const ring = ringAfter(1_000, 100);
    const at = (number: number) => ring.lastId.replace(/\d+$/, String(number));
    expect(idsIn(ring.since(at(900)))).toHaveLength(100);
    expect(ring.since(at(500))).toBeUndefined();
  });
});
