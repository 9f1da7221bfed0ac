import { RetrySchedule } from './retry-schedule';

const NOW = 5_000;

/** How many of the delays end in each second from `NOW` on. */
function perSecond(delays: readonly number[]): number[] {
  const counts: number[] = [];
  for (const ms of delays) counts[Math.floor(ms / 1_000)] = (counts[Math.floor(ms / 1_000)] ?? 0) + 1;
  return counts;
}

describe('the attempts of a fleet', () => {
  it('begin when each device wants them to', () => {
    const schedule = new RetrySchedule();
    const wishes = Array.from({ length: 200 }, (_, at) => at * 50);
    expect(wishes.map((ms) => schedule.reserve(ms, NOW))).toEqual(wishes);
  });

  it('are no more than 400 a second, however many devices are gone', () => {
    const schedule = new RetrySchedule();
    const delays = Array.from({ length: 10_000 }, (_, at) => schedule.reserve((at % 100) * 100, NOW));
    expect(perSecond(delays)).toEqual(Array.from({ length: 25 }, () => 400));
  });

  it('leave room again when their time has passed', () => {
    const schedule = new RetrySchedule();
    for (let at = 0; at < 4_000; at++) schedule.reserve(0, NOW);
    expect(schedule.reserve(0, NOW)).toBe(10_000);
    expect(schedule.reserve(0, NOW + 20_000)).toBe(0);
  });
});
