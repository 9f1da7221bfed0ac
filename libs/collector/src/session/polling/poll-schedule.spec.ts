import { firstPollDelay, nextPollDelay, pollOffset } from './poll-schedule';

const PERIOD = 60_000;

describe('the times of polls', () => {
  it('begin within seconds of connecting', () => {
    for (const offset of [0, 0.5, 0.999]) {
      expect(firstPollDelay(offset)).toBeGreaterThanOrEqual(500);
      expect(firstPollDelay(offset)).toBeLessThan(3000);
    }
  });

  it('settle at one moment of the period, never less than half a period or more than one and a half apart', () => {
    let at = 1234;
    const offset = pollOffset(7);
    const moments = Array.from({ length: 5 }, () => {
      const delay = nextPollDelay(offset, PERIOD, at);
      expect(delay).toBeGreaterThanOrEqual(PERIOD / 2);
      expect(delay).toBeLessThanOrEqual(1.5 * PERIOD);
      at += delay;
      return Math.round(at % PERIOD);
    });
    expect(new Set(moments).size).toBe(1);
  });

  it('are spread evenly over a fleet that connects at once', () => {
    const perSecond = new Array<number>(60).fill(0);
    for (let id = 1; id <= 1000; id++) {
      const second = Math.floor(((5000 + nextPollDelay(pollOffset(id), PERIOD, 5000)) % PERIOD) / 1000);
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
    expect(Math.max(...perSecond)).toBeLessThanOrEqual(20);
    expect(Math.min(...perSecond)).toBeGreaterThanOrEqual(14);
  });
});
