import { timing } from '../../device/timing';
import { StatusCadence } from './status-cadence';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A session whose first status came at 0. */
class Course {
  at = 0;
  readonly cadence = new StatusCadence(0, timing(5));

  comes(...afterMs: number[]): this {
    for (const ms of afterMs) this.cadence.arrived((this.at += ms));
    return this;
  }

  answers(afterMs: number): this {
    this.cadence.answered((this.at += afterMs));
    return this;
  }

  get wait(): number {
    return this.cadence.waitMs;
  }
}

describe('how long no status is nothing unusual', () => {
  it('is 15 s where statuses come every second, and before they have', () => {
    expect(new Course().wait).toBe(15 * SECOND);
    expect(new Course().comes(...Array<number>(100).fill(SECOND)).wait).toBe(15 * SECOND);
  });

  it('is three times the longest gap', () => {
    expect(new Course().comes(SECOND, 8 * SECOND, SECOND).wait).toBe(24 * SECOND);
    expect(new Course().comes(2 * MINUTE).wait).toBe(6 * MINUTE);
  });

  it('forgets a gap ten minutes after it ended, and not before', () => {
    const course = new Course().comes(40 * SECOND, ...Array<number>(599).fill(SECOND));
    expect(course.wait).toBe(2 * MINUTE);
    expect(course.comes(...Array<number>(60).fill(SECOND)).wait).toBe(15 * SECOND);
  });

  it('is half an hour at the most', () => {
    expect(new Course().comes(60 * MINUTE).wait).toBe(30 * MINUTE);
  });

  it('doubles with each answer, up to ten minutes', () => {
    const course = new Course();
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(() => course.answers(course.wait).wait / SECOND);
    expect(waits).toEqual([30, 60, 120, 240, 480, 600, 600, 600]);
  });

  it('is not cut to ten minutes by an answer where statuses come that rarely', () => {
    expect(new Course().comes(8 * MINUTE).answers(24 * MINUTE).wait).toBe(24 * MINUTE);
  });

  it('doubles for the next session when the device ends one as it is asked, and is as at first after any other end', () => {
    let { cadence } = new Course();
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      cadence.refused();
      cadence = cadence.next(0);
      return cadence.waitMs / SECOND;
    });
    expect(waits).toEqual([30, 60, 120, 240, 480, 600, 600]);
    expect(cadence.next(0).waitMs).toBe(15 * SECOND);
    cadence.arrived(20 * SECOND);
    expect(cadence.waitMs).toBe(MINUTE);
  });

  it('is as before when statuses come by themselves, which is told from what belongs to the answer', () => {
    const course = new Course().answers(15 * SECOND).comes(SECOND, SECOND);
    expect(course.wait).toBe(30 * SECOND);
    expect(course.comes(...Array<number>(13).fill(SECOND)).wait).toBe(15 * SECOND);
  });

  it('does not learn the gap before an answer, nor one while the process stood still', () => {
    const course = new Course().answers(20 * SECOND).comes(...Array<number>(15).fill(SECOND));
    expect(course.wait).toBe(15 * SECOND);
    course.cadence.interrupted();
    expect(course.comes(MINUTE).wait).toBe(15 * SECOND);
    expect(course.comes(MINUTE).wait).toBe(3 * MINUTE);
  });
});
