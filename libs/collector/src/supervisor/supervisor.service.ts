import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import {
  ConnectionChanges,
  ConnectionsService,
  ConnectionStates,
  messageOf,
  type Connection,
  type ConnectionState,
} from '@snp/connections';
import { Subscription } from 'rxjs';
import { dateOrNull, type Clock } from '../common/clock';
import { COLLECTOR_OPTIONS, type CollectorOptions } from '../common/collector-options';
import type { SessionState } from '../session/machine/phases';
import type { SnpSession } from '../session/session';
import { SESSION_DEPENDENCIES, type SessionDependencies } from '../session/session-dependencies';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import { SNP_SESSION_FACTORY, type SnpSessionFactory } from '../session/session-factory';
import { plan } from './plan';
import { StartQueue } from './start-queue';

const RECONCILE_INTERVAL = 'collector.reconcile';
/** Sessions that are made before other work gets its turn. */
const SESSIONS_PER_BATCH = 100;
/** No more sessions are started while so many healthy ones wait for a handshake; suspect ones may wait for ever. */
const MAX_WAITING_HANDSHAKES = 200;
/** Sockets close within half a second; states that the database has not taken by then are corrected at the next start. */
const SHUTDOWN_MS = 2_000;

/**
 * Compares the connections that are wanted with the sessions that run, and makes the two agree: at the start, whenever a
 * change is announced, and periodically for external edits. It always reads everything, so that an extra run does nothing
 * and a missed announcement costs seconds.
 */
@Injectable()
export class SupervisorService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Supervisor');
  private readonly running = new Map<number, SnpSession>();
  /** By connection: sessions whose sockets are still closing; the next one waits for them. */
  private readonly closing = new Map<number, Promise<void>>();
  private readonly starts: StartQueue;
  private readonly subscription = new Subscription();
  private pass: Promise<void> | undefined;
  private nextPass: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  private recorded: Promise<void> = Promise.resolve();
  private hasReadConnections = true;
  private reconciledAt: number | null = null;

  constructor(
    private readonly connections: ConnectionsService,
    private readonly changes: ConnectionChanges,
    private readonly states: ConnectionStates,
    @Inject(SNP_SESSION_FACTORY) private readonly createSession: SnpSessionFactory,
    private readonly events: SessionEvents,
    private readonly scheduler: SchedulerRegistry,
    @Inject(SESSION_DEPENDENCIES) private readonly dependencies: SessionDependencies,
    @Inject(COLLECTOR_OPTIONS) private readonly options: CollectorOptions,
  ) {
    this.starts = new StartQueue(
      dependencies.clock,
      () => dependencies.gate.queued('healthy') >= MAX_WAITING_HANDSHAKES,
    );
  }

  onApplicationBootstrap(): void {
    this.dependencies.loop.start();
    this.subscription.add(this.events.events$.subscribe((event) => this.recordState(event)));
    this.subscription.add(this.changes.changes$.subscribe(() => void this.reconcile()));
    const timer = setInterval(() => void this.reconcile(), this.options.pollInterval * 1000);
    this.scheduler.addInterval(RECONCILE_INTERVAL, timer);
    void this.reconcile();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /**
   * Reads what is wanted and acts on it. Never rejects: what cannot be read or done now is left to the next run.
   * Calls during a run share the one after it, which sees whatever was committed before them.
   */
  reconcile(): Promise<void> {
    if (this.pass === undefined) {
      this.pass = this.reconcileOnce()
        .catch((error: unknown) => this.logger.error('reconciling connections failed', { reason: messageOf(error) }))
        .finally(() => (this.pass = undefined));
      return this.pass;
    }
    this.nextPass ??= this.pass.then(() => {
      this.nextPass = undefined;
      return this.reconcile();
    });
    return this.nextPass;
  }

  /** One for each enabled connection. */
  sessions(): Iterable<SnpSession> {
    return this.running.values();
  }

  session(connectionId: number): SnpSession | undefined {
    return this.running.get(connectionId);
  }

  countByState(): Record<SessionState, number> {
    const counts = { connecting: 0, connected: 0, disconnected: 0, error: 0 };
    for (const { state } of this.running.values()) counts[state]++;
    return counts;
  }

  /** Whether the last run could read the connections. */
  get isDatabaseUsable(): boolean {
    return this.hasReadConnections;
  }

  /** The date when what runs was last made to agree with what is wanted, ms; null for never. */
  get lastReconciledAt(): number | null {
    return dateOrNull(this.dependencies.clock, this.reconciledAt);
  }

  /** Closes all sessions gracefully; within two seconds, whatever the devices do. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async reconcileOnce(): Promise<void> {
    const wanted = await this.read();
    if (wanted === undefined || this.stopping !== undefined) return;
    const running = new Map([...this.running].map(([id, { connection }]) => [id, connection]));
    const { ended, begun, relabelled } = plan(running, wanted);
    for (const { id, reason } of ended) this.retire(id, reason);
    // All of them at once: no scrape sees a swap of names half done.
    for (const connection of relabelled) this.running.get(connection.id)?.relabel(connection);
    await this.begin(begun);
    this.reconciledAt = this.dependencies.clock.monotonic();
  }

  private async read(): Promise<readonly Connection[] | undefined> {
    try {
      const wanted = await this.connections.wanted();
      if (!this.hasReadConnections) this.logger.log('connections can be read again');
      this.hasReadConnections = true;
      return wanted;
    } catch (error) {
      // Collection goes on with what is known; the next run is seconds away.
      if (this.hasReadConnections) this.logger.error('connections cannot be read', { reason: messageOf(error) });
      this.hasReadConnections = false;
      return undefined;
    }
  }

  private async begin(connections: readonly Connection[]): Promise<void> {
    for (let from = 0; from < connections.length; from += SESSIONS_PER_BATCH) {
      for (const connection of connections.slice(from, from + SESSIONS_PER_BATCH))
        this.replace(this.createSession(connection));
      if (from + SESSIONS_PER_BATCH < connections.length) await new Promise((resolve) => setImmediate(resolve));
      if (this.stopping !== undefined) return;
    }
  }

  /** The new session is visible at once; it connects when no socket of the one before is left. */
  private replace(session: SnpSession): void {
    const { id } = session.connection;
    this.retire(id, 'the connection was changed');
    this.running.set(id, session);
    this.states.attach(id, shownState(session, this.dependencies.clock));
    session.show();
    const start = (): void => this.starts.add(id, () => session.start());
    const closed = this.closing.get(id);
    if (closed === undefined) start();
    else void closed.then(() => this.running.get(id) === session && start());
  }

  private retire(id: number, reason: string): void {
    const session = this.running.get(id);
    if (session === undefined) return;
    this.starts.remove(id);
    this.running.delete(id);
    this.states.detach(id);
    const before = this.closing.get(id) ?? Promise.resolve();
    const closed = Promise.all([before, session.stop(reason)]).then(() => {
      if (this.closing.get(id) === closed) this.closing.delete(id);
    });
    this.closing.set(id, closed);
  }

  /** The database keeps the last state of each session. */
  private recordState(event: SessionEvent): void {
    if (event.kind === 'state' && event.from !== event.to)
      this.record(event.connectionId, event.to, event.lastStatusAt);
    if (event.kind === 'started') this.record(event.connectionId, 'connecting', null);
  }

  private record(id: number, state: SessionState, lastStatusAt: number | null): void {
    this.recorded = this.states.record(id, state, dateOrNull(this.dependencies.clock, lastStatusAt));
  }

  private async end(): Promise<void> {
    if (this.scheduler.doesExist('interval', RECONCILE_INTERVAL)) this.scheduler.deleteInterval(RECONCILE_INTERVAL);
    this.starts.clear();
    for (const id of [...this.running.keys()]) this.retire(id, 'the exporter is stopping');
    let cancelTimeout = (): void => undefined;
    const timeout = new Promise<void>((resolve) => {
      cancelTimeout = this.dependencies.clock.after(SHUTDOWN_MS, resolve);
    });
    await Promise.race([Promise.all([...this.closing.values(), this.recorded]), timeout]);
    cancelTimeout();
    this.subscription.unsubscribe();
    this.dependencies.loop.stop();
  }
}

/** The state of a session as the API of connections shows it. */
function shownState(session: SnpSession, clock: Clock): ConnectionState {
  return {
    get status() {
      return session.state;
    },
    get reason() {
      return session.reason;
    },
    get lastStatusAt() {
      return dateOrNull(clock, session.lastStatusAt);
    },
  };
}
