import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '../problems/problem-error';
import { Answer } from './answer';
import { HeldBytes } from './held-bytes';

const MiB = 2 ** 20;

/** Limits of the answers of one port that clients have not read yet. */
export class AnswerLimits {
  /** The port, for the log. */
  readonly port: string = 'metrics';
  /** More than these bytes are not held: others wait, and then get 503. */
  readonly maxBytes: number = 256 * MiB;
  /** Above this the stuck ones among the old are cut. */
  readonly easyBytes: number = 96 * MiB;
  /** Of more old answers than these the slowest are cut. */
  readonly maxOld: number = 32;
  /** An answer is old after this, in milliseconds. */
  readonly oldMs: number = 5_000;
  /** How often they are looked at, in milliseconds. */
  readonly lookMs: number = 250;
  /** An answer of which nothing was taken at so many looks is stuck, where another one waits for room. */
  readonly stuckLooks: number = 4;
  /** The same for old answers that are merely many, and for streams. */
  readonly idleLooks: number = 12;
  /** An answer of which nothing was taken at so many looks is cut, however few there are. */
  readonly stalledLooks: number = 120;
  /** Another answer waits so long for others to be read, in milliseconds. */
  readonly roomMs: number = 3_000;
}

/** Cuts are logged this often at most, in milliseconds. */
const TELL_MS = 60_000;

/** The answers that clients are reading, or do not read: what they hold has limits, and the slowest are cut. */
@Injectable()
export class UnfinishedAnswers implements OnModuleDestroy {
  readonly held = new HeldBytes();
  private readonly logger = new Logger('Answers');
  private readonly answers = new Set<Answer>();
  private readonly timer: NodeJS.Timeout;
  private cuts = 0;
  private toldAt = -Infinity;

  constructor(private readonly limits: AnswerLimits) {
    this.timer = setInterval(() => this.look(), limits.lookMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** @param waitMs how long the client waits for the whole answer; infinite for a stream, whose pieces are yet to come */
  begin(pieces: readonly Buffer[], waitMs: number, hangUp: () => void): Answer {
    const answer = new Answer(pieces, this.held, performance.now(), waitMs, hangUp);
    this.answers.add(answer);
    return answer;
  }

  end(answer: Answer): void {
    this.answers.delete(answer);
    answer.end();
  }

  /**
   * Waits until there is room for another answer; those that are stuck give way.
   * @param bytes as many as it will probably have
   * @throws ProblemError 503
   */
  async room(bytes: number, signal?: AbortSignal): Promise<void> {
    const until = performance.now() + this.limits.roomMs;
    while (this.isFull(bytes)) {
      if (performance.now() > until) throw this.noRoom();
      await pause(this.limits.lookMs / 4, undefined, { signal });
      this.cutStuck(() => this.isFull(bytes), this.answers, this.limits.stuckLooks);
    }
  }

  private isFull(bytes: number): boolean {
    return this.held.bytes > 0 && this.held.bytes + bytes > this.limits.maxBytes;
  }

  private look(): void {
    for (const answer of this.answers) answer.look();
    const { oldMs, maxOld, easyBytes, idleLooks, stalledLooks } = this.limits;
    const latest = performance.now() - oldMs;
    const old = [...this.answers].filter(({ begunAt }) => begunAt < latest);
    const finite = old.filter(({ isStream }) => !isStream);
    let tooMany = finite.length - maxOld;
    for (const answer of this.answers) if (answer.idleLooks >= stalledLooks) this.cut(answer);
    this.cutStuck(() => tooMany-- > 0, finite, idleLooks);
    this.cutStuck(() => this.held.bytes > easyBytes, old, idleLooks);
    this.tell();
  }

  /** Cuts those that are stuck, the slowest first, for as long as need be. */
  private cutStuck(isNeeded: () => boolean, among: Iterable<Answer>, looks: number): void {
    const now = performance.now();
    const stuck = [...among].filter((answer) => this.answers.has(answer) && answer.isStuck(looks, now));
    for (const answer of stuck.sort((one, other) => one.speed(now) - other.speed(now))) {
      if (!isNeeded()) return;
      this.cut(answer);
    }
  }

  private cut(answer: Answer): void {
    this.answers.delete(answer);
    this.cuts++;
    answer.cut();
  }

  private tell(): void {
    if (this.cuts === 0 || performance.now() - this.toldAt < TELL_MS) return;
    const { port } = this.limits;
    this.logger.warn('slow clients were cut off', { port, clients: this.cuts, unfinished: this.answers.size });
    this.toldAt = performance.now();
    this.cuts = 0;
  }

  private noRoom(): ProblemError {
    const mebibytes = Math.round(this.held.bytes / MiB);
    const detail = `Other clients have not read ${mebibytes} MiB yet. Try again in a few seconds.`;
    return new ProblemError(503, 'busy', 'The exporter is busy', detail);
  }
}
