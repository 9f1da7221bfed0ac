import { Logger } from '@nestjs/common';
import { FakeClock } from '../testing/fakes';
import { ClockWatch } from './clock-watch';
import type { StreamHub } from './stream-hub';

const HOUR = 3_600_000;
const YEARS = 10 * 365 * 24 * HOUR;

describe('the watch over the wall clock', () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const publish = jest.fn();
  let clock: FakeClock;
  let watch: ClockWatch;

  beforeEach(() => {
    warn.mockClear();
    publish.mockClear();
    clock = new FakeClock();
    watch = new ClockWatch(clock, { publish } as unknown as StreamHub);
  });

  it.each([HOUR, -HOUR, YEARS, -YEARS, 5_000, -5_000])('has clients read everything again, and logs %d ms', (step) => {
    for (const by of [step, -step, step]) {
      clock.step(by);
      watch.check();
      watch.check();
    }
    expect(publish.mock.calls).toEqual(Array(3).fill(['reset', {}]));
    expect(warn.mock.calls).toEqual(
      [step, -step, step].map((by) => ['system clock changed', { by_seconds: by / 1000 }]),
    );
  });

  it('says nothing while time passes, and of what NTP adjusts', () => {
    for (let hour = 0; hour < 100; hour++) {
      clock.advance(HOUR);
      clock.step(100);
      watch.check();
    }
    expect(publish).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });
});
