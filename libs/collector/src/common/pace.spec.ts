import { ManualClock } from '../testing/manual-clock';
import { Pace } from './pace';

describe('a pace', () => {
  it('lets so many go on a second, in the order in which they asked', () => {
    const clock = new ManualClock();
    const pace = new Pace(clock, 50);
    const gone: { who: number; at: number }[] = [];
    for (let who = 0; who < 200; who++) pace.ask(() => gone.push({ who, at: clock.monotonic() }));
    expect(gone).toHaveLength(1);
    clock.advance(10_000);
    expect(gone.map(({ who }) => who)).toEqual(Array.from({ length: 200 }, (_, who) => who));
    expect(Math.max(...gone.map(({ at }) => gone.filter((each) => each.at >= at && each.at < at + 1_000).length))).toBe(
      50,
    );
    expect(gone.at(-1)?.at).toBeLessThan(4_000);
  });

  it('lets nobody go on at once because nobody did for a while', () => {
    const clock = new ManualClock();
    const pace = new Pace(clock, 50);
    clock.advance(60_000);
    let gone = 0;
    for (let each = 0; each < 10; each++) pace.ask(() => gone++);
    clock.advance(100);
    expect(gone).toBe(6);
  });

  it('forgets those that give their turn up, and leaves no timer behind', () => {
    const clock = new ManualClock();
    const pace = new Pace(clock, 50);
    const gone: string[] = [];
    pace.ask(() => gone.push('first'));
    const giveUp = pace.ask(() => gone.push('second'));
    pace.ask(() => gone.push('third'));
    giveUp();
    expect(pace.queued).toBe(1);
    clock.advance(1_000);
    expect([gone, clock.pending]).toEqual([['first', 'third'], 0]);
  });

  it('goes on when those that go on ask again at once', () => {
    const clock = new ManualClock();
    const pace = new Pace(clock, 50);
    let turns = 0;
    const again = (): void => {
      if (++turns < 10) pace.ask(again);
    };
    pace.ask(again);
    clock.advance(1_000);
    expect(turns).toBe(10);
  });
});
