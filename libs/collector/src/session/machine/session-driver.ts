import type { Cancel, Clock } from '../../common/clock';
import type { DeviceTarget, Link, LinkFactory } from '../../device/device-link';
import type { HandshakeGate } from '../../device/handshake-gate';
import type { TlsFacts } from '../../device/sockets';
import type { Timing } from '../../device/timing';
import { INITIAL, type Effect, type Machine, type MachineEvent } from './machine';
import { PHASES } from './phases';
import type { RetrySchedule } from './retry-schedule';
import { reduce } from './session-machine';
import { StatusCadence } from './status-cadence';

export interface DriverListener {
  /** The state, or why it is the state, is another one. */
  changed(from: Machine, to: Machine): void;
  message(data: Buffer, isBinary: boolean): void;
  certified(tls: TlsFacts): void;
  /** The first status message has come. */
  live(token: string): void;
  lost(): void;
}

export interface DriverDependencies {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly timing: Timing;
  readonly gate: HandshakeGate;
  readonly retries: RetrySchedule;
  readonly link: LinkFactory;
}

/** Does what the machine of a session says: owns its one timer, its place among the handshakes and its sockets. */
export class SessionDriver {
  private current: Machine = INITIAL;
  private readonly inbox: MachineEvent[] = [];
  private isStepping = false;
  private cancelTimer: Cancel | undefined;
  private leaveGate: Cancel | undefined;
  private link: Link | undefined;
  /** Resolves when no socket of the links so far is left. */
  private hungUp: Promise<void> = Promise.resolve();
  /** Monotonic ms of the last message. */
  private lastMessageAt = 0;
  private cadence: StatusCadence;

  constructor(
    private readonly target: DeviceTarget,
    private readonly dependencies: DriverDependencies,
    private readonly listener: DriverListener,
  ) {
    this.cadence = new StatusCadence(0, dependencies.timing);
  }

  get machine(): Machine {
    return this.current;
  }

  /** @param fault why the connection cannot be run at all */
  start(fault: string | null): void {
    this.handle({ kind: 'start', fault });
  }

  /** Ends everything now, closing the WebSocket gracefully; resolves when no socket is left. */
  stop(reason: string): Promise<void> {
    this.handle({ kind: 'stop', reason });
    return this.hungUp;
  }

  /** The device has answered the token. */
  permitted(): void {
    if (this.current.phase === 'greeting') this.handle({ kind: 'permitted', attempt: this.current.attempt });
  }

  /** Whether it is still open if this attempt becomes a live session. */
  get isUnconfirmed(): boolean {
    return this.current.hasStalled && PHASES[this.current.phase].isLive !== true;
  }

  /** The last message has brought a status. */
  delivered(): void {
    const { phase, attempt } = this.current;
    if (phase === 'live') return this.cadence.arrived(this.lastMessageAt);
    if (PHASES[phase].isLive) this.cadence.answered(this.lastMessageAt);
    this.handle({ kind: 'delivered', attempt });
  }

  /** One event after the other: what an effect brings about at once is handled when the effects are done. */
  private handle(event: MachineEvent): void {
    this.inbox.push(event);
    if (this.isStepping) return;
    this.isStepping = true;
    try {
      for (let next = this.inbox.shift(); next !== undefined; next = this.inbox.shift()) this.step(next);
    } finally {
      this.isStepping = false;
    }
  }

  private step(event: MachineEvent): void {
    const { clock, random, timing } = this.dependencies;
    const before = this.current;
    const { machine, effects } = reduce(before, event, { timing, at: clock.monotonic(), random: random() });
    this.current = machine;
    if (before.phase === 'probing' && machine.phase === 'waiting' && event.kind !== 'timer') this.cadence.refused();
    for (const effect of effects) this.execute(effect);
    if (machine.phase !== before.phase) this.listener.changed(before, machine);
  }

  private execute(effect: Effect): void {
    switch (effect.kind) {
      case 'reach':
        this.link = this.newLink();
        return this.link.reach();
      case 'queue':
        return this.queue(effect.lane);
      case 'release':
        this.leaveGate?.();
        return;
      case 'hangUp':
        this.hungUp = this.link?.hangUp(effect.isGraceful) ?? this.hungUp;
        this.link = undefined;
        return;
      case 'arm':
        return this.arm(effect.ms);
      case 'disarm':
        return this.disarm();
      case 'goLive':
        this.cadence = this.cadence.next(this.lastMessageAt);
        return this.listener.live(this.link?.token ?? '');
      case 'lose':
        return this.listener.lost();
      default:
        this.link?.[effect.kind]();
    }
  }

  private newLink(): Link {
    const { attempt } = this.current;
    return this.dependencies.link(this.target, {
      done: (kind) => this.handle({ kind, attempt }),
      failed: (failure) => this.handle({ kind: 'failed', attempt, failure }),
      closed: (closeCode, failure) => this.handle({ kind: 'closed', attempt, closeCode, failure }),
      certified: (tls) => this.listener.certified(tls),
      message: (data, isBinary) => {
        if (attempt !== this.current.attempt || !PHASES[this.current.phase].isOpen) return;
        this.note(this.dependencies.clock.monotonic());
        this.listener.message(data, isBinary);
      },
    });
  }

  private note(messageAt: number): void {
    // A session does not outlive such a silence, unless the process stood still.
    if (messageAt - this.lastMessageAt >= this.dependencies.timing.silenceMs) this.cadence.interrupted();
    this.lastMessageAt = messageAt;
  }

  private queue(lane: 'healthy' | 'suspect'): void {
    const { attempt } = this.current;
    this.leaveGate = this.dependencies.gate.ask(lane, () => this.handle({ kind: 'admitted', attempt }));
  }

  private arm(ms: number): void {
    this.disarm();
    const { clock, retries } = this.dependencies;
    const dueAt = clock.monotonic() + ms;
    const runOut = (): void => {
      this.cancelTimer = undefined;
      this.handle(this.timerEvent(dueAt));
    };
    this.cancelTimer = this.current.phase === 'waiting' ? retries.after(ms, runOut) : clock.after(ms, runOut);
  }

  private timerEvent(dueAt: number): MachineEvent {
    const now = this.dependencies.clock.monotonic();
    return {
      kind: 'timer',
      silentMs: now - this.lastMessageAt,
      isResolving: this.link?.isResolving ?? false,
      statusAgeMs: this.cadence.ageMs(now),
      statusWaitMs: this.cadence.waitMs,
      lateMs: now - dueAt,
    };
  }

  private disarm(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
  }
}
