import { ManualClock } from '../../testing/manual-clock';
import { RetrySchedule } from './retry-schedule';

let clock: ManualClock;
let schedule: RetrySchedule;
/** When each attempt has begun, in ms. */
let begun: number[];

beforeEach(() => {
  clock = new ManualClock();
  clock.advance(5_000);
  schedule = new RetrySchedule(clock);
  begun = [];
});

const after = (ms: number) => schedule.after(ms, () => begun.push(clock.monotonic() - 5_000));

/** How many attempts begin in each second. */
function perSecond(): number[] {
  clock.advance(60_000);
  const counts: number[] = [];
  for (const ms of begun) counts[Math.floor(ms / 1_000)] = (counts[Math.floor(ms / 1_000)] ?? 0) + 1;
  return counts;
}

describe('the attempts of a fleet', () => {
  it('begin when each device wants them to, those of a tenth of a second together', () => {
    for (let at = 0; at < 200; at++) after(at * 50);
    expect(clock.pending).toBe(100);
    clock.advance(60_000);
    expect(begun).toEqual(Array.from({ length: 200 }, (_, at) => Math.floor(at / 2) * 100));
  });

  it('begin no later than wanted, whatever the time is', () => {
    clock.advance(37);
    after(10_000);
    after(150);
    clock.advance(150);
    expect(begun).toEqual([100]);
    clock.advance(9_850);
    expect(begun).toEqual([100, 10_000]);
  });

  it('are no more than 400 a second, however many devices are gone', () => {
    for (let at = 0; at < 10_000; at++) after((at % 100) * 100);
    expect(perSecond()).toEqual(Array.from({ length: 25 }, () => 400));
  });

  it('leave room again when their time has passed', () => {
    for (let at = 0; at < 4_000; at++) after(0);
    after(0);
    clock.advance(20_000);
    expect(begun.at(-1)).toBe(10_000);
    after(0);
    clock.advance(0);
    expect(begun.at(-1)).toBe(20_000);
  });

  it('leave room, and no timer, when they are cancelled', () => {
    const cancels = Array.from({ length: 40 }, () => after(1_000));
    for (const cancel of cancels) cancel();
    expect(clock.pending).toBe(0);
    after(1_000);
    clock.advance(1_000);
    expect(begun).toEqual([1_000]);
  });

  it('may ask for another one at once', () => {
    let attempts = 0;
    const again = (): void => {
      if (attempts++ < 100) schedule.after(0, again);
    };
    schedule.after(0, again);
    clock.advance(1_000);
    expect(attempts).toBe(101);
  });
});
