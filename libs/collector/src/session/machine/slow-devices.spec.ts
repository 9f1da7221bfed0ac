import { handshakeGate, type HandshakeGate } from '../../device/handshake-gate';
import { timing } from '../../device/timing';
import { FakeLink } from '../../testing/fake-link';
import { ManualClock } from '../../testing/manual-clock';
import { RetrySchedule } from './retry-schedule';
import { SessionDriver } from './session-driver';

const TIMING = timing(5);
const MINUTE = 60_000;

/** Devices that share the places among the handshakes. */
class Crowd {
  readonly clock = new ManualClock();
  readonly gate: HandshakeGate = handshakeGate(20);
  private readonly retries = new RetrySchedule(this.clock);
  private seed = 1;

  /** A device whose TLS handshakes take `tlsMs`; it never ends one where that is infinite. */
  device(tlsMs: number) {
    const told = { turns: [] as number[], liveAt: undefined as number | undefined };
    const { clock, gate, retries } = this;
    const random = (): number => (this.seed = (this.seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const nothing = (): void => undefined;
    const driver = new SessionDriver(
      { restapi: '', websocket: '', username: '', password: '', objects: [] },
      {
        ...{ clock, gate, retries, random, timing: TIMING },
        link: (target, listener) => {
          const link = new FakeLink(target, listener, true);
          const answer = (): void => void (link.isOpen && link.succeed());
          link.reach = () => void clock.after(1, () => listener.done('reached'));
          link.secure = () => {
            if (told.liveAt === undefined) told.turns.push(clock.monotonic());
            if (tlsMs < Infinity) clock.after(tlsMs, () => link.isOpen && listener.done('secured'));
          };
          for (const act of ['authenticate', 'dial', 'encrypt', 'upgrade'] as const) {
            link[act] = () => {
              link.asked.push(act);
              clock.after(10, answer);
            };
          }
          link.sendToken = () => void clock.after(10, () => driver.permitted());
          link.subscribe = () => void clock.after(10, () => driver.delivered());
          return link;
        },
      },
      {
        ...{ changed: nothing, message: nothing, certified: nothing, lost: nothing },
        live: () => (told.liveAt ??= clock.monotonic()),
      },
    );
    driver.start(null);
    return told;
  }
}

describe('behind two hundred devices that are slow or silent', () => {
  it.each([9_500, Infinity])('those that are well connect within seconds (handshakes of %d ms)', (tlsMs) => {
    const crowd = new Crowd();
    for (let at = 0; at < 200; at++) crowd.device(tlsMs);
    crowd.clock.advance(10);
    const healthy = Array.from({ length: 200 }, () => crowd.device(20));
    crowd.clock.advance(MINUTE);
    expect(Math.max(...healthy.map(({ liveAt }) => liveAt ?? Infinity))).toBeLessThan(25_000);
  });
});

describe('among two hundred devices that accept and are silent for ever', () => {
  const crowd = new Crowd();
  const dead = Array.from({ length: 200 }, () => crowd.device(Infinity));
  crowd.clock.advance(60 * MINUTE);

  it('each has its turn every few minutes, as if none of them had more time than at first', () => {
    const since = crowd.clock.monotonic() - 30 * MINUTE;
    const turns = dead.map((each) => each.turns.filter((at) => at > since).length);
    // 30 min ÷ (200 devices × 2 s ÷ 5 places) = 22; with places that are kept for 30 s it would be one or two.
    expect(Math.min(...turns)).toBeGreaterThanOrEqual(15);
  });

  it('one that is well connects at once', () => {
    const begun = crowd.clock.monotonic();
    const healthy = crowd.device(20);
    crowd.clock.advance(MINUTE);
    expect((healthy.liveAt ?? Infinity) - begun).toBeLessThan(1000);
    expect(crowd.gate.occupied).toBeLessThanOrEqual(5);
  });

  it('one whose handshake takes longer than a first try may connects when it has its next turn', () => {
    const slow = crowd.device(3500);
    crowd.clock.advance(10 * MINUTE);
    expect(slow.liveAt).toBeDefined();
    expect(slow.turns).toHaveLength(2);
  });
});
