import { TimeBudget, LoopMonitor } from './pressure';

describe("a device's share of the process", () => {
  it('is not exceeded by a first full picture that takes long', () => {
    const budget = new TimeBudget();
    budget.spend(140, 1000);
    expect(budget.isExceeded(1000)).toBe(false);
  });

  it('is exceeded by a flood, for as long as the flood lasts', () => {
    const budget = new TimeBudget();
    let at = 0;
    for (; at < 5000; at++) budget.spend(0.2, at);
    expect(budget.isExceeded(at)).toBe(true);
    expect(budget.isExceeded(at + 2000)).toBe(true);
    expect(budget.isExceeded(at + 3500)).toBe(false);
  });

  it('is never exceeded by an update a second', () => {
    const budget = new TimeBudget();
    for (let at = 0; at < 600_000; at += 1000) {
      budget.spend(40, at);
      expect(budget.isExceeded(at)).toBe(false);
    }
  });
});

describe('the watch over the event loop', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('knows that the process is late while nothing else gets its turn', () => {
    const watch = new LoopMonitor(() => performance.now());
    watch.start();
    jest.advanceTimersByTime(1000);
    expect(watch.isLate(performance.now())).toBe(false);
    expect(watch.isLate(performance.now() + 250)).toBe(true);
    watch.stop();
    expect(jest.getTimerCount()).toBe(0);
    expect(watch.isLate(performance.now() + 10_000)).toBe(false);
  });
});
