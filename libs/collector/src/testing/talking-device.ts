import type { Link } from '../device/device-link';
import { FakeBench } from './fake-bench';
import { allStatuses, type FakeLink } from './fake-link';

const HEARTBEAT_MS = 5_000;
const SYSTEM = { type: 'system', Board_Temperatures: { Main_Board: '44.5 °C' } };

/** Which of its subscriptions a device answers with a full picture. */
export type Answers = 'all' | 'first' | 'none';

/** A device behind fake links that lets a session in, sends heartbeats, and answers subscriptions as the test says. */
export class TalkingDevice {
  readonly bench: FakeBench;
  answers: Answers = 'all';
  answerMs = 200;
  /** So long after the answer to a subscription it sends a change; null: none. */
  trailsMs: number | null = null;
  /** So long after the answer to the first subscription of a session it sends changes. */
  lingersMs: readonly number[] = [];
  hasHeartbeats = true;
  /** Takes another subscription for an error, which ends the session. */
  closesWhenAskedAgain = false;
  /** When it was subscribed to, beginning with the first of the session, monotonic ms. */
  readonly subscribedAt: number[] = [];
  private readonly subscribed = new Set<FakeLink>();

  constructor() {
    this.bench = new FakeBench({}, (link, asked) => this.act(link, asked));
    this.beat();
  }

  get clock(): FakeBench['clock'] {
    return this.bench.clock;
  }

  /** Since the first of its last session. */
  get probedAt(): number[] {
    return this.subscribedAt.slice(1);
  }

  /** Until the session is connected. */
  connect(): this {
    this.bench.begin();
    while (this.bench.session.state !== 'connected') this.clock.advance(100);
    return this;
  }

  /** Sends a status by itself. */
  update(): void {
    this.say({ ...allStatuses(SYSTEM), msgType: 'statusState' });
  }

  /** Sends a status by itself again and again, so long after the one before. */
  updateAfter(...gapsMs: number[]): void {
    for (const ms of gapsMs) {
      this.clock.advance(ms);
      this.update();
    }
  }

  /** States and codes that the session went through. */
  get course(): string[] {
    return this.bench.events.flatMap((event) => (event.kind === 'state' ? [`${event.to} ${event.code}`] : []));
  }

  stop(): Promise<void> {
    return this.bench.session.stop('the test is over');
  }

  private act(link: FakeLink, asked: keyof Link): void {
    if (asked === 'sendToken') link.say({ msgType: 'permissionsMsg' });
    else if (asked === 'subscribe') this.answer(link);
    else if (asked !== 'hangUp') link.succeed();
  }

  private answer(link: FakeLink): void {
    const isFirst = !this.subscribed.has(link);
    if (isFirst) this.subscribedAt.length = 0;
    this.subscribed.add(link);
    this.subscribedAt.push(this.clock.monotonic());
    if (this.closesWhenAskedAgain && !isFirst) return this.close(link);
    if (this.answers === 'none' || (this.answers === 'first' && !isFirst)) return;
    this.clock.after(this.answerMs, () => {
      if (!link.isOpen) return;
      link.say(allStatuses(SYSTEM));
      if (this.trailsMs !== null) this.clock.after(this.trailsMs, () => this.update());
      if (isFirst) for (const ms of this.lingersMs) this.clock.after(ms, () => this.update());
    });
  }

  private close(link: FakeLink): void {
    const reason = 'device closed the session (1002): already subscribed';
    this.clock.after(this.answerMs, () => link.listener.closed(1002, { code: 'closed', reason, retry: 'soon' }));
  }

  private beat(): void {
    this.clock.after(HEARTBEAT_MS, () => {
      if (this.hasHeartbeats) this.say({ msgType: 'fmmStatus' });
      this.beat();
    });
  }

  private say(message: object): void {
    const link = this.bench.links.at(-1);
    if (link?.isOpen) link.say(message);
  }
}
