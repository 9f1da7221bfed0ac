import type { Message } from '@snp/protocol';
import type { Cancel } from '../common/clock';
import { readMessage } from '../device/device-socket';
import { handshakeGate } from '../device/handshake-gate';
import { PHASES, type Phase } from '../session/machine/phases';
import { RetrySchedule } from '../session/machine/retry-schedule';
import { SessionDriver, type DriverDependencies } from '../session/machine/session-driver';
import type { Machine } from '../session/machine/machine';
import { defaultFindings, resolveHosts, subscribeFinding, tlsFinding, type Finding } from './findings';
import { PROBE_STEPS, type ProbeStep, type ProbeStepName, type ProbeTarget } from './probe-step';

/** No connection test and no discovery takes longer, ms. */
export const MAX_PROBE_MS = 30_000;
/** The device is given a little less, so that what it lacked is told before the request ends. */
const BUDGET_MS = MAX_PROBE_MS - 1_000;

/** What completes an attempt. */
export interface AttemptGoal {
  /** What the device is asked for; undefined: the objects of the target. */
  readonly request?: string;
  /** The error where the answer does not come in time; undefined: that of a session without a status. */
  readonly noAnswer?: string;
  /** What was found, where the message is the answer. */
  answer(message: Message): string | undefined;
}

/** The step of which a phase of a session is a part. */
const STEP_OF: Readonly<Partial<Record<Phase, ProbeStepName>>> = {
  reaching: 'tcp',
  queued: 'tls',
  securing: 'tls',
  authenticating: 'auth',
  dialling: 'websocket',
  encrypting: 'websocket',
  upgrading: 'websocket',
  greeting: 'subscribe',
  awaiting: 'status',
};

/** The first attempt of a session, without its retries and outside the queue of the fleet, reported step by step. */
export class DeviceAttempt {
  private readonly driver: SessionDriver;
  private findings: Partial<Record<ProbeStepName, Finding>> = {};
  private readonly unreported: ProbeStep[] = [];
  private readonly timers: Cancel[] = [];
  private readonly ending = new AbortController();
  /** Index of the step that is being taken. */
  private current = 0;
  private begunAt = 0;
  private isOver = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly target: ProbeTarget,
    private readonly dependencies: Pick<DriverDependencies, 'clock' | 'timing' | 'link'>,
    private readonly goal: AttemptGoal,
  ) {
    const { clock, timing, link } = dependencies;
    this.driver = new SessionDriver(
      target,
      {
        ...{ clock, timing, random: () => 0, gate: handshakeGate(1), retries: new RetrySchedule(clock) },
        link: (device, listener) => link(device, listener, goal.request),
      },
      {
        changed: (_from, to) => this.changed(to),
        certified: (tls) => {
          if (this.step === 'tls') this.findings.tls = tlsFinding(tls);
        },
        message: (data, isBinary) => this.receive(readMessage(data, isBinary)),
        live: () => undefined,
        lost: () => undefined,
      },
    );
  }

  /**
   * Makes the attempt, and leaves nothing behind.
   * @param fault why the device must not be tried at all
   * @param signal nobody is interested any more
   * @returns each step when it has ended; the last one is the first that failed, or `status`
   */
  async *steps(fault: string | null, signal: AbortSignal): AsyncGenerator<ProbeStep> {
    const cancel = (): void => void this.finish();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      if (!signal.aborted) this.start(fault);
      while (!signal.aborted) {
        const step = this.unreported.shift();
        if (step !== undefined) yield step;
        else if (this.isOver) return;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      await this.finish();
    }
  }

  private get step(): ProbeStepName | undefined {
    return PROBE_STEPS[this.current];
  }

  private start(fault: string | null): void {
    const { clock, timing } = this.dependencies;
    this.begunAt = clock.monotonic();
    if (fault !== null) return this.fail(fault);
    this.timers.push(
      clock.after(BUDGET_MS, () => this.fail(this.lateness())),
      clock.after(timing.tcpMs, () => {
        if (this.step === 'resolve') this.fail(`host name not resolved within ${timing.tcpMs / 1000} s`);
      }),
    );
    resolveHosts(this.target, this.ending.signal).then(
      (found) => this.resolved(found),
      (error: Error) => this.fail(error.message),
    );
  }

  private resolved(found: Finding): void {
    if (this.isOver) return;
    this.findings = { ...defaultFindings(this.target), resolve: found };
    this.succeed();
    this.driver.start(null);
  }

  private changed({ phase, code, reason }: Machine): void {
    if (phase === 'waiting') return this.fail((code === 'no_status' && this.goal.noAnswer) || reason);
    const next = phase === 'live' ? undefined : STEP_OF[phase];
    if (phase !== 'live' && next === undefined) return;
    // Where the answer comes before the token is answered, two steps end at once.
    while (!this.isOver && this.step !== next) this.succeed();
  }

  private receive(message: Message | undefined): void {
    if (message === undefined) return;
    if (message.kind === 'permissions') {
      this.findings.subscribe = subscribeFinding(this.target, 'token accepted');
      this.driver.permitted();
    }
    const detail = this.goal.answer(message);
    if (detail === undefined) return;
    this.findings.status = { detail };
    this.driver.delivered();
  }

  /** What the device has not done until now. */
  private lateness(): string {
    const seconds = Math.round((this.dependencies.clock.monotonic() - this.begunAt) / 1000);
    const { late } = PHASES[this.driver.machine.phase];
    return late?.reason(seconds) ?? `device took longer than ${BUDGET_MS / 1000} s`;
  }

  private succeed(): void {
    const { step } = this;
    if (step !== undefined) this.report({ step, ok: true, ...this.elapsed(), detail: '', ...this.findings[step] });
    this.current++;
    if (this.step === undefined) void this.finish();
  }

  private fail(error: string): void {
    const { step } = this;
    if (step !== undefined) this.report({ step, ok: false, ...this.elapsed(), detail: '', error });
    void this.finish();
  }

  private report(step: ProbeStep): void {
    if (this.isOver) return;
    this.unreported.push(step);
    this.wake();
  }

  private elapsed(): Pick<ProbeStep, 'durationMs'> {
    const at = this.dependencies.clock.monotonic();
    const durationMs = at - this.begunAt;
    this.begunAt = at;
    return { durationMs };
  }

  /** Resolves when no socket is left. */
  private finish(): Promise<void> {
    this.isOver = true;
    this.timers.splice(0).forEach((cancel) => cancel());
    this.ending.abort();
    this.wake();
    return this.driver.stop('the test is over');
  }
}
