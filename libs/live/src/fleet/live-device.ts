import type { SessionCode, SessionState, SnpSession } from '@snp/collector';
import type { Connection } from '@snp/connections';
import { HealthTracker, type Health } from '../health/health-tracker';
import type { Subject } from '../health/subject';
import { DeviceHistory } from '../history/device-history';
import { DeviceReadings } from '../readings/device-readings';
import { MessageRate } from './message-rate';

/** The state of the session of a connection, which may have none. Times are monotonic ms. */
export interface SessionSummary {
  readonly state: SessionState;
  readonly code: SessionCode;
  readonly reason: string;
  readonly since: number;
  readonly lastMessageAt: number | null;
  readonly lastStatusAt: number | null;
}

const UNHEARD = { lastMessageAt: null, lastStatusAt: null } as const;

/** What is known of one connection: readings, health and history. Times are monotonic ms. */
export class LiveDevice {
  readonly readings = new DeviceReadings();
  readonly history = new DeviceHistory();
  readonly traffic = new MessageRate();
  /** Set when something has changed that a summary shows. */
  isDirty = true;
  private readonly tracker: HealthTracker;
  private failure: Subject['failure'] = null;
  /** The codes reported since the state last changed. */
  private readonly reportedCodes = new Set<string>();
  private seenMessageAt: number | null = null;
  /** Since when there has been no session. */
  private idleSince: number;

  /** @param now monotonic ms */
  constructor(
    readonly id: number,
    now: number,
  ) {
    this.tracker = new HealthTracker(now);
    this.idleSince = now;
  }

  get health(): Health {
    return this.tracker.health;
  }

  /** A session was started: forget earlier failures. */
  begin(): void {
    this.failure = null;
  }

  /** The session was stopped. */
  end(at: number): void {
    this.readings.clear();
    this.failure = null;
    this.idleSince = at;
  }

  /**
   * The session went to another state, or stays in it for another reason.
   * @returns whether to report it: reasons that alternate while a device is retried are not reported again
   */
  transition(from: SessionState, to: SessionState, code: string, reason: string, at: number): boolean {
    if (from !== to) this.reportedCodes.clear();
    // A session that stays connected goes from well to degraded and back, rarely.
    const isNews = to === 'connected' || !this.reportedCodes.has(code);
    this.reportedCodes.add(code);
    if (to === 'connected') this.failure = null;
    else if (to !== 'connecting') {
      this.failure = { state: to, reason, at: this.failure?.state === to ? this.failure.at : at };
    }
    return isNews;
  }

  /** The state of the session; for a connection without one, what that means. */
  sessionSummary(connection: Connection, session: SnpSession | undefined): SessionSummary {
    const since = this.idleSince;
    if (!connection.enabled) {
      const { lastMessageAt, lastStatusAt } = session ?? UNHEARD;
      return { state: 'disconnected', code: 'stopped', reason: 'disabled', since, lastMessageAt, lastStatusAt };
    }
    if (session !== undefined) return session;
    if (connection.fault !== null)
      return { state: 'error', code: 'configuration', reason: connection.fault, since, ...UNHEARD };
    return { state: 'connecting', code: 'starting', reason: 'waiting to start', since, ...UNHEARD };
  }

  judge(
    connection: Connection,
    session: SnpSession | undefined,
    commonGrandmaster: string | null,
    { now, date }: Pick<Subject, 'now' | 'date'>,
  ): Health {
    const { state, code, reason, since, lastMessageAt, lastStatusAt } = this.sessionSummary(connection, session);
    const before = this.health;
    const health = this.tracker.judge({
      // One by one: to spread an object here costs more than all rules together.
      now,
      date,
      isEnabled: connection.enabled,
      state,
      stateCode: code,
      stateReason: reason,
      stateSince: since,
      lastMessageAt,
      lastStatusAt,
      failure: this.failure,
      certificateExpiresAt: session?.certificate?.validTo ?? null,
      readings: this.readings,
      alarms: session?.alarms ?? [],
      commonGrandmaster,
    });
    if (health !== before) this.isDirty = true;
    return health;
  }

  /** To be called once a second. */
  watchTraffic(session: SnpSession | undefined, now: number): void {
    const before = this.traffic.perSecond;
    if (session === undefined) this.traffic.clear();
    else this.traffic.record(now, session.counters.messageCount);
    const lastMessageAt = session?.lastMessageAt ?? null;
    if (lastMessageAt !== this.seenMessageAt || before !== this.traffic.perSecond) this.isDirty = true;
    this.seenMessageAt = lastMessageAt;
  }

  /** Records the current values in the history. */
  remember(now: number): void {
    const { ptp, system, rates } = this.readings;
    if (ptp === null && system === null && rates === null) return;
    this.history.record(now, {
      ptp_offset_seconds: ptp?.offset_seconds,
      ptp_delay_seconds: ptp?.delay_seconds,
      temperature_main_board_celsius: system?.mainBoard,
      temperature_io_board_celsius: system?.ioBoard,
      temperature_fpga_max_celsius: system?.hottestFpga,
      receive_bytes_per_second_primary: rates?.primary.receive,
      receive_bytes_per_second_secondary: rates?.secondary.receive,
      transmit_bytes_per_second_primary: rates?.primary.transmit,
      transmit_bytes_per_second_secondary: rates?.secondary.transmit,
    });
  }
}
