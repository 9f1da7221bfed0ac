import { networkFailure } from '../failures/failures';
import { FakeBench } from '../testing/fake-bench';
import { allStatuses } from '../testing/fake-link';

const HOUR = 3_600_000;
const YEARS = 10 * 365 * 24 * HOUR;
const SYSTEM = { type: 'system', Board_Temperatures: { Main_Board: '44.5 °C' } };
const ALARM = { id: 55, reason: 'Power supply A is bad', location: 'Power', object_id: 'system' };
const TIMESTAMPS = [
  'ic_snp_session_last_message_timestamp_seconds',
  'ic_snp_session_last_status_timestamp_seconds',
  'ic_snp_session_connected_timestamp_seconds',
  'ic_snp_active_alarm_raised_timestamp_seconds',
];

/** A minute in the life of a session: it connects, falls silent, waits, and connects again. */
const ACTS: Readonly<Record<number, (bench: FakeBench) => void>> = {
  4: ({ link }) => link.succeed(),
  8: ({ link }) => link.deliver(SYSTEM),
  10: ({ link }) => link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] }),
  12: ({ link }) => link.say({ msgType: 'fmmStatus' }),
  // It has been silent for 11 s by now, and is connected to again.
  30: ({ link }) => link.deliver(SYSTEM),
  31: ({ link }) => link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] }),
  40: ({ link }) => link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address')),
};
const STATES = { connecting: 2, 'logging in': 6, connected: 9, silent: 18, waiting: 41 };
const SECONDS = 60;

/** What the session is in each second, and when it told what, by the monotonic clock. */
async function course(steps: Readonly<Record<number, number>>): Promise<string[]> {
  const bench = new FakeBench().begin();
  const { clock, session } = bench;
  const seen: string[] = [];
  for (let second = 0; second < SECONDS; second++) {
    if (second in steps) clock.step(steps[second]);
    ACTS[second]?.(bench);
    clock.advance(1_000);
    const { state, reason, since, lastMessageAt, lastStatusAt, connectedAt } = session;
    const times = { since, lastMessageAt, lastStatusAt, connectedAt };
    seen.push(JSON.stringify({ second, state, reason, ...times, links: bench.links.length }));
  }
  const events = bench.events.map((event) => `${event.at} ${event.kind}`);
  await session.stop('the test is over');
  return [...seen, ...events];
}

describe('a session whose wall clock is set', () => {
  it('goes through all states undisturbed', async () => {
    const states = (await course({})).join('\n');
    for (const state of ['connecting', 'connected', 'disconnected']) expect(states).toContain(`"state":"${state}"`);
  });

  const steps = [5_000, HOUR, YEARS].flatMap((step) => [step, -step]);
  it.each(Object.entries(STATES))('goes on as if nothing had happened: %s', async (_state, second) => {
    const undisturbed = await course({});
    for (const first of steps) {
      for (const again of [first, -first]) {
        const seen = await course({ [second]: first, [second + 2]: again });
        expect(seen).toEqual(undisturbed);
      }
    }
  });

  it.each([1_000, 180_000, ...steps])('leaves the boot time of a device, also over a loss: %d ms', async (step) => {
    const bench = new FakeBench().begin();
    const minutes = () => Math.floor(bench.clock.monotonic() / 60_000);
    bench.answers.set('console/status', () => ({ data: { upTime: `up 2 hours, ${minutes()} minutes` } }));
    bench.link.deliver(SYSTEM);
    const bootedAt = () => bench.value('ic_snp_boot_timestamp_seconds');
    const polled = async () => {
      for (let second = 0; second < 70; second++) {
        if (second % 5 === 0) bench.link.say(allStatuses(SYSTEM));
        bench.clock.advance(1_000);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await polled();
    const before = bootedAt();
    expect(before).toBeGreaterThan(0);
    bench.clock.step(step);
    await polled();
    expect(bootedAt()).toBe(before);
    bench.link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address'));
    expect(bootedAt()).toBeUndefined();
    bench.clock.advance(3_000);
    bench.link.deliver(SYSTEM);
    await polled();
    expect(bootedAt()).toBe(before);
    await bench.session.stop('the test is over');
  });

  it.each(steps)('shows its times by the new clock from the next message on: %d ms', (step) => {
    const bench = new FakeBench().begin();
    bench.link.deliver(SYSTEM);
    bench.link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] });
    bench.clock.advance(3_000);
    bench.clock.step(step);
    bench.link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] });
    bench.clock.advance(1_000);
    const now = bench.clock.now() / 1_000;
    expect(TIMESTAMPS.map((name) => now - (bench.value(name) ?? 0))).toEqual([1, 4, 4, 4]);
    return bench.session.stop('the test is over');
  });
});
