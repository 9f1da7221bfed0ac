import { BootTime } from './boot-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 24, 12);

/** An exporter whose clocks the test moves, and a device that has run for two hours. */
class Course {
  private readonly bootTime = new BootTime();
  private wall = NOON;
  private monotonic = 5_000;
  private bootedAt = 5_000 - 2 * HOUR;

  pass(ms: number): this {
    this.wall += ms;
    this.monotonic += ms;
    return this;
  }

  step(ms: number): this {
    this.wall += ms;
    return this;
  }

  /** The host of the exporter sleeps: only the wall clock goes on. */
  sleep(ms: number): this {
    this.wall += ms;
    this.bootedAt -= ms;
    return this;
  }

  reboot(): this {
    this.bootedAt = this.monotonic;
    return this;
  }

  /** As devices tell it, to the minute. */
  get told(): number {
    const uptimeMinutes = Math.floor((this.monotonic - this.bootedAt) / MINUTE);
    return this.bootTime.update(uptimeMinutes * 60, this.wall, this.monotonic) * 1000;
  }
}

describe('the time at which a device started', () => {
  const steps = [1_000, 90_000, 3 * MINUTE, HOUR, 400 * DAY];
  it.each(steps.flatMap((ms) => [ms, -ms]))('stays when the clock of the exporter is set by %d ms', (ms) => {
    const course = new Course();
    const told = [course.told, course.step(ms).told, course.pass(10_000).told, course.step(-2 * ms).told];
    expect(new Set(told)).toEqual(new Set([NOON - 2 * HOUR]));
  });

  it('is that of a reboot, by the clock of that moment, and stays again', () => {
    const course = new Course();
    expect(course.told).toBe(NOON - 2 * HOUR);
    course
      .step(DAY)
      .pass(5 * MINUTE)
      .reboot();
    expect(course.told).toBe(NOON + DAY + 5 * MINUTE);
    expect(course.step(-DAY).pass(HOUR).told).toBe(NOON + DAY + 5 * MINUTE);
  });

  it('stays while the host of the exporter sleeps, and is that of a reboot meanwhile', () => {
    const course = new Course();
    const told = [course.told, course.pass(30_000).sleep(HOUR).told, course.pass(45_000).sleep(5 * HOUR).told];
    expect(new Set(told)).toEqual(new Set([NOON - 2 * HOUR]));
    expect(course.reboot().sleep(20 * MINUTE).told).toBe(NOON + 6 * HOUR + 75_000);
  });

  it('stays for months while uptimes are told to the minute and the two clocks drift apart', () => {
    const course = new Course();
    const told = new Set<number>();
    for (let hour = 0; hour < 24 * 200; hour++) told.add(course.pass(HOUR + (hour % 60) * 1_000).step(-200).told);
    expect(told.size).toBe(1);
  });

  it('stays while the clock of the device drifts by a second an hour', () => {
    const bootTime = new BootTime();
    const told = new Set<number>();
    for (let hour = 0; hour < 24 * 60; hour++) told.add(bootTime.update(hour * 3_601, NOON + hour * HOUR, hour * HOUR));
    expect([...told]).toEqual([NOON / 1000]);
  });
});
