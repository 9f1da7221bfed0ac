import { ManualClock } from '../testing/manual-clock';
import { StartQueue } from './start-queue';

function queue(isCrowded: () => boolean = () => false) {
  const clock = new ManualClock();
  const starts = new StartQueue(clock, isCrowded);
  const started: number[] = [];
  const add = (from: number, to: number) => {
    for (let id = from; id <= to; id++) starts.add(id, () => started.push(id));
  };
  return { clock, starts, started, add };
}

describe('the start of many sessions', () => {
  it('is at once for a few', () => {
    const { started, add, clock } = queue();
    add(1, 3);
    expect(started).toEqual([1, 2, 3]);
    clock.advance(1000);
    expect(clock.pending).toBe(0);
  });

  it('is spread for a thousand, in their order', () => {
    const { started, add, clock } = queue();
    add(1, 1000);
    expect(started).toHaveLength(50);
    clock.advance(1000);
    expect(started).toHaveLength(550);
    clock.advance(1000);
    expect(started).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
    clock.advance(1000);
    expect(clock.pending).toBe(0);
  });

  it('waits while those that have started wait for each other', () => {
    const crowd = { is: true };
    const { started, add, clock } = queue(() => crowd.is);
    add(1, 10);
    clock.advance(5000);
    expect(started).toEqual([]);
    crowd.is = false;
    clock.advance(100);
    expect(started).toHaveLength(10);
  });

  it('is no more when the session has ended meanwhile', () => {
    const { started, starts, add, clock } = queue();
    add(1, 60);
    starts.remove(55);
    clock.advance(1000);
    expect(started).toHaveLength(59);
    add(61, 200);
    starts.clear();
    clock.advance(1000);
    expect([started.length, clock.pending]).toEqual([109, 0]);
  });
});
