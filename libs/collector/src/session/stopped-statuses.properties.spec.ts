import fc from 'fast-check';
import { TalkingDevice } from '../testing/talking-device';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** `npm run test:series` runs more of them. */
const RUNS = process.env['SNP_SERIES'] ? 500 : 30;

/** How long no status is nothing unusual, by the words of the rule: of each gap when it ended and how long it was. */
function usual(gaps: readonly (readonly [endedAt: number, ms: number])[], now: number): number {
  const longest = gaps.filter(([endedAt]) => now - endedAt <= 10 * MINUTE).map(([, ms]) => ms);
  return Math.max(15 * SECOND, 3 * Math.max(0, ...longest));
}

/** Lets a device send statuses, each after a part of the time that it has; returns how long it has for the next one. */
function updateWithin(device: TalkingDevice, parts: readonly number[]): number {
  const gaps: [number, number][] = [];
  const { clock, bench } = device;
  const begunAt = bench.session.lastStatusAt ?? 0;
  let has = usual(gaps, begunAt);
  for (const part of parts) {
    const lastAt = bench.session.lastStatusAt ?? 0;
    const ms = Math.min(Math.floor(part * has), 9 * MINUTE);
    clock.advance(lastAt + ms - clock.monotonic());
    device.update();
    gaps.push([clock.monotonic(), ms]);
    has = usual(gaps, clock.monotonic());
  }
  return has;
}

/** Mostly a steady device, now and then one that takes its time. */
const part = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 0, max: 0.1, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0.1, max: 0.999, noNaN: true }) },
);
const parts = fc.array(part, { maxLength: 60, size: 'max' });

async function withDevice(act: (device: TalkingDevice) => void): Promise<void> {
  const device = new TalkingDevice().connect();
  try {
    act(device);
  } finally {
    await device.stop();
  }
}

const check = <T>(arbitrary: fc.Arbitrary<T>, act: (device: TalkingDevice, value: T) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, (value) => withDevice((device) => act(device, value))),
    { numRuns: RUNS },
  );

describe('a device of any cadence', () => {
  it('is never disturbed while no gap is longer than 15 s and three times the longest of ten minutes', () =>
    check(parts, (device, some) => {
      updateWithin(device, some);
      expect(device.probedAt).toEqual([]);
      expect(device.course).toEqual(['connected connected']);
    }));

  it('is degraded, lost and in error within bounds when its statuses stop', () =>
    check(fc.tuple(parts, fc.constantFrom('none' as const, 'first' as const)), (device, [some, answers]) => {
      const { bench, clock } = device;
      const has = updateWithin(device, some);
      const lastAt = bench.session.lastStatusAt ?? 0;
      device.answers = answers;
      // What is remembered of gaps is rounded up to the minute.
      const longest = Math.max(has, usual([[0, 9 * MINUTE]], 0));
      const endsAt = lastAt + longest + 2 * MINUTE;
      while (clock.monotonic() < endsAt && bench.session.state !== 'error') clock.advance(SECOND);
      expect(device.probedAt.length + device.subscribedAt.length).toBeGreaterThan(0);
      const codes = answers === 'none' ? 'error no_status' : 'error statuses_stopped';
      expect(device.course.slice(1)).toEqual([
        'connected statuses_stopped',
        'disconnected statuses_stopped',
        'connecting starting',
        codes,
      ]);
      expect(bench.value('ic_snp_mainboard_temperature')).toBeUndefined();
    }));
});

describe('a device of which only slow objects are subscribed', () => {
  const update = fc.record({
    afterMs: fc.integer({ min: 20 * SECOND, max: 90 * MINUTE }),
    answerMs: fc.integer({ min: 0, max: 4_900 }),
    /** Some devices send changes right after the picture that a subscription brings. */
    trailsMs: fc.option(fc.integer({ min: 1, max: 2 * SECOND })),
  });

  it('is never degraded, and is subscribed to no more often than each answer doubles the wait', () =>
    check(fc.array(update, { minLength: 1, maxLength: 3 }), (device, updates) => {
      const { clock, bench } = device;
      let lastUpdate = clock.monotonic();
      for (const { afterMs, answerMs, trailsMs } of updates) {
        device.answerMs = answerMs;
        device.trailsMs = trailsMs;
        const probesBefore = device.probedAt.length;
        clock.advance(afterMs);
        expectDoubling(device.probedAt.slice(probesBefore), lastUpdate, answerMs);
        device.update();
        lastUpdate = clock.monotonic();
      }
      expect(device.course).toEqual(['connected connected']);
      expect(bench.links).toHaveLength(1);
    }));

  /** Two probes of the time between two updates are as far apart as the doubling says. */
  function expectDoubling(probes: readonly number[], lastUpdate: number, answerMs: number): void {
    let wait = 15 * SECOND;
    let from = lastUpdate;
    for (const at of probes) {
      expect(at - from).toBeGreaterThanOrEqual(Math.min(wait, 10 * MINUTE));
      wait *= 2;
      from = at + answerMs;
    }
  }
});
