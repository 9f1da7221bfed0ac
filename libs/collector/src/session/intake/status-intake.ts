import type { DeviceDecoder } from '@snp/catalogue';
import type { TargetSeries } from '@snp/exposition';
import { parseStatus, statusIdentity, statusName, type Status } from '@snp/protocol';
import type { Cancel, Clock } from '../../common/clock';
import { Coalescer, identify, identifyWithElement } from './coalescer';
import type { Elements } from './elements';
import { LatestStatuses, type KnownObject } from './latest-statuses';
import { Pictures } from './pictures';
import { TimeBudget, type LoopMonitor } from './pressure';

export interface IntakeListener {
  /** A status has been read that differs from the one before. */
  applied(status: Status): void;
  undecodable(objectType: string | undefined, error?: unknown): void;
}

export interface StatusIntakeDependencies {
  readonly clock: Clock;
  readonly loop: Pick<LoopMonitor, 'isLate'>;
  /** How long statuses may wait at the most, in ms. */
  readonly maxDelayMs: number;
  /** Which elements the subscription names. */
  readonly elements: Elements;
}

/** While the process is late, what came meanwhile is merged for so long … */
const LATE_MS = 250;
/** … and of a device that takes more than its share, what came in so long. */
const GREEDY_MS = 1000;

/**
 * The way of a device's statuses into its series: at once while the process keeps up, merged otherwise, so that nothing
 * queues and the newest status of each object wins.
 */
export class StatusIntake {
  private readonly latest = new LatestStatuses();
  private readonly waiting: Coalescer;
  private readonly pictures: Pictures;
  private readonly budget = new TimeBudget();
  private cancelFlush: Cancel | undefined;
  private cancelEnd: Cancel | undefined;

  constructor(
    private readonly decoder: DeviceDecoder,
    private readonly target: TargetSeries,
    private readonly dependencies: StatusIntakeDependencies,
    private readonly listener: IntakeListener,
  ) {
    const nameOf = dependencies.elements.areMany ? identifyWithElement : identify;
    this.waiting = new Coalescer(nameOf);
    this.pictures = new Pictures(nameOf);
  }

  /**
   * Takes the statuses of one message.
   * @param isComplete they are a full picture, or a part of one: objects that are in no part are gone when its time is over
   * @param begunAt monotonic ms
   * @param isHeld they wait until `release`
   * @returns how many of them are readable
   */
  receive(statuses: readonly unknown[], isComplete: boolean, begunAt: number, isHeld = false): number {
    const beginsPicture = isComplete && this.pictures.begins(statuses, begunAt);
    const delay = isHeld ? Infinity : this.delayAt(begunAt);
    if (delay === 0) {
      this.flush();
      return this.apply(statuses, beginsPicture);
    }
    const count = this.waiting.offer(statuses, beginsPicture, (status) => this.reportUndecodable(status));
    if (!isHeld) this.cancelFlush ??= this.dependencies.clock.after(delay, () => this.flush());
    return count;
  }

  /** Applies what was held. */
  release(): void {
    this.flush();
  }

  /** Records how long a message of this device took, which decides how the next ones are treated. */
  spend(ms: number, at: number): void {
    this.budget.spend(ms, at);
  }

  /** What is known now of the device's objects. */
  objects(): Iterable<KnownObject> {
    return this.latest.objects();
  }

  /** The device is lost: everything is forgotten, nothing waits. The series are the caller's. */
  clear(): void {
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    this.cancelEnd?.();
    this.cancelEnd = undefined;
    this.pictures.clear();
    this.dependencies.elements.clear();
    this.waiting.clear();
    this.latest.clear();
  }

  private delayAt(at: number): number {
    const { loop, maxDelayMs } = this.dependencies;
    if (this.budget.isExceeded(at)) return Math.min(GREEDY_MS, maxDelayMs);
    return loop.isLate(at) ? Math.min(LATE_MS, maxDelayMs) : 0;
  }

  private flush(): void {
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    if (this.waiting.isEmpty) return;
    const { statuses, beginsPicture } = this.waiting.take();
    this.apply(statuses, beginsPicture);
  }

  private apply(statuses: readonly unknown[], beginsPicture: boolean): number {
    const now = this.dependencies.clock.monotonic();
    if (this.dependencies.elements.note(statuses)) this.ascribeAgain(now);
    if (beginsPicture) this.beginPicture();
    let count = 0;
    for (const each of statuses) if (this.applyOne(each, now)) count++;
    if (beginsPicture && this.latest.hasMissing) this.endPictureLater();
    return count;
  }

  /** The picture before is over, whether its time is or not. */
  private beginPicture(): void {
    this.dropMissing();
    this.latest.beginPicture();
  }

  private endPictureLater(): void {
    const { clock } = this.dependencies;
    const { begunAt, completeAt } = this.pictures;
    this.cancelEnd?.();
    this.cancelEnd = clock.after(Math.max(0, completeAt - clock.monotonic()), () => {
      this.flush();
      // The next picture may have begun meanwhile: what it lacks is its own affair.
      if (begunAt !== this.pictures.begunAt) return;
      if (clock.monotonic() < this.pictures.completeAt) this.endPictureLater();
      else this.dropMissing();
    });
  }

  /** @returns whether it is readable */
  private applyOne(raw: unknown, now: number): boolean {
    if (typeof raw === 'string' && this.latest.isUnchanged(raw, now)) return true;
    const parsed = parseStatus(raw);
    if (parsed === undefined) return this.reportUndecodable(raw);
    const status = this.dependencies.elements.ascribe(parsed);
    const source = statusName(status);
    if (!this.latest.admits(source)) return this.reportUndecodable(raw);
    this.latest.keep(status, textOf(raw), this.write(status, source), now);
    this.listener.applied(status);
    return true;
  }

  /** What is known was taken for the first element's, and may be another one's. */
  private ascribeAgain(now: number): void {
    const texts = this.latest.texts();
    const sources = new Set(Array.from(this.latest.objects(), statusName));
    this.latest.clear();
    this.target.dropExcept((source) => !sources.has(source));
    for (const text of texts) this.applyOne(text, now);
  }

  /** @returns how many series the object has now */
  private write(status: Status, source: string): number {
    try {
      return this.decoder.status(status, this.target);
    } catch (error) {
      // Whatever a device sends may cost it its own series, never the session or the process.
      this.target.drop(source);
      this.listener.undecodable(status.type, error);
      return 0;
    }
  }

  private dropMissing(): void {
    const gone = this.latest.forgetMissing();
    if (gone.size > 0) this.target.dropExcept((source) => !gone.has(source));
  }

  private reportUndecodable(raw: unknown): false {
    const identity = typeof raw === 'string' ? statusIdentity(raw) : undefined;
    this.listener.undecodable(identity?.slice(0, identity.indexOf('/')));
    return false;
  }
}

function textOf(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  try {
    return JSON.stringify(raw);
  } catch {
    // Nested too deeply to be written out; its series are made all the same.
    return '';
  }
}
