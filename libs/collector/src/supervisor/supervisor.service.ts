import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { ConnectionChanges, ConnectionsService, ConnectionStates, type Connection } from '@snp/connections';
import { Subscription } from 'rxjs';
import { COLLECTOR_OPTIONS, type CollectorOptions } from '../collector-options';
import type { SnpSession } from '../session/session';
import { SESSION_SURROUNDINGS, type SessionSurroundings } from '../session/session-surroundings';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import type { SessionState } from '../session/session-state';
import { SnpSessionFactory } from '../session/session.factory';
import { plan } from './plan';
import { StartQueue } from './start-queue';

const LOOK_AGAIN = 'collector.reconcile';
/** So many sessions are made before other work gets its turn. */
const MADE_AT_ONCE = 100;
/** Starting more sessions makes no sense while so many wait to be connected; those that failed wait for ever, and do not count. */
const CROWD = 200;
/** Goodbyes take half a second at the most; what the database has not taken by then can wait for the next start. */
const FAREWELL_MS = 2_000;

/**
 * Compares the connections that are wanted with the sessions that run, and makes the two agree: at the start, whenever a
 * change is announced, and every so often for edits that nobody announces. It always looks at everything, so that a look
 * too many does nothing and a missed announcement costs seconds.
 */
@Injectable()
export class SupervisorService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Supervisor');
  private readonly running = new Map<number, SnpSession>();
  /** By connection: the end of the session before, for which the next one waits. */
  private readonly farewells = new Map<number, Promise<void>>();
  private readonly starts: StartQueue;
  private readonly subscription = new Subscription();
  private pass: Promise<void> | undefined;
  private nextPass: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  private recorded: Promise<void> = Promise.resolve();
  private hasReadConnections = true;
  private reconciledAt: number | null = null;

  constructor(
    @Inject(ConnectionsService) private readonly connections: ConnectionsService,
    @Inject(ConnectionChanges) private readonly changes: ConnectionChanges,
    @Inject(ConnectionStates) private readonly states: ConnectionStates,
    @Inject(SnpSessionFactory) private readonly factory: SnpSessionFactory,
    @Inject(SessionEvents) private readonly events: SessionEvents,
    @Inject(SchedulerRegistry) private readonly scheduler: SchedulerRegistry,
    @Inject(SESSION_SURROUNDINGS) private readonly surroundings: SessionSurroundings,
    @Inject(COLLECTOR_OPTIONS) private readonly options: CollectorOptions,
  ) {
    this.starts = new StartQueue(surroundings.clock, () => surroundings.gate.queued('healthy') >= CROWD);
  }

  onApplicationBootstrap(): void {
    this.surroundings.loop.start();
    this.subscription.add(this.events.events$.subscribe((event) => this.record(event)));
    this.subscription.add(this.changes.changes$.subscribe(() => void this.reconcile()));
    const timer = setInterval(() => void this.reconcile(), this.options.pollInterval * 1000);
    this.scheduler.addInterval(LOOK_AGAIN, timer);
    void this.reconcile();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /**
   * Looks at what is wanted and acts on it. Never rejects: what cannot be read or done now is left to the next look.
   * Calls during a look share the one after it, which sees whatever was committed before them.
   */
  reconcile(): Promise<void> {
    if (this.pass === undefined) {
      this.pass = this.look()
        .catch((error: unknown) => this.logger.error('connections cannot be acted on', { reason: messageOf(error) }))
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

  /** Whether the last look could read the connections. */
  get isDatabaseUsable(): boolean {
    return this.hasReadConnections;
  }

  /** When what runs was last made to agree with what is wanted, in ms since the epoch; null for never. */
  get lastReconciledAt(): number | null {
    return this.reconciledAt;
  }

  /** Ends all sessions, with a goodbye to the devices; within two seconds, whatever they do. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async look(): Promise<void> {
    const wanted = await this.read();
    if (wanted === undefined || this.stopping !== undefined) return;
    const running = new Map([...this.running].map(([id, { connection }]) => [id, connection]));
    const { ended, begun, relabelled } = plan(running, wanted);
    for (const { id, reason } of ended) this.retire(id, reason);
    // All of them at once: no scrape sees a swap of names half done.
    for (const connection of relabelled) this.running.get(connection.id)?.relabel(connection);
    await this.begin(begun);
    this.reconciledAt = this.surroundings.clock.now();
  }

  private async read(): Promise<Connection[] | undefined> {
    try {
      const wanted = await this.connections.wanted();
      if (!this.hasReadConnections) this.logger.log('connections can be read again');
      this.hasReadConnections = true;
      return wanted;
    } catch (error) {
      // Collection goes on with what is known; the next look is seconds away.
      if (this.hasReadConnections) this.logger.error('connections cannot be read', { reason: messageOf(error) });
      this.hasReadConnections = false;
      return undefined;
    }
  }

  private async begin(connections: readonly Connection[]): Promise<void> {
    for (let from = 0; from < connections.length; from += MADE_AT_ONCE) {
      const some = connections.slice(from, from + MADE_AT_ONCE);
      const sessions = await Promise.all(some.map((connection) => this.factory.create(connection)));
      if (this.stopping !== undefined) return;
      for (const session of sessions) this.replace(session);
      if (from + MADE_AT_ONCE < connections.length) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The new session is seen at once; it connects when nothing of the one before is left. */
  private replace(session: SnpSession): void {
    const { id } = session.connection;
    this.retire(id, 'the connection was changed');
    this.running.set(id, session);
    this.states.attach(id, session);
    session.show();
    const start = (): void => this.starts.add(id, () => session.start());
    const farewell = this.farewells.get(id);
    if (farewell === undefined) start();
    else void farewell.then(() => this.running.get(id) === session && start());
  }

  private retire(id: number, reason: string): void {
    const session = this.running.get(id);
    if (session === undefined) return;
    this.starts.remove(id);
    this.running.delete(id);
    this.states.detach(id);
    const before = this.farewells.get(id) ?? Promise.resolve();
    const farewell = Promise.all([before, session.stop(reason)]).then(() => {
      if (this.farewells.get(id) === farewell) this.farewells.delete(id);
    });
    this.farewells.set(id, farewell);
  }

  /** What the database keeps of a session: its state, when that becomes another one. */
  private record(event: SessionEvent): void {
    if (event.kind === 'state' && event.from !== event.to) this.keep(event.connectionId, event.to, event.at);
    if (event.kind === 'started') this.keep(event.connectionId, 'connecting', event.at);
  }

  private keep(id: number, state: SessionState, at: number): void {
    this.recorded = this.states.record(id, state, at);
  }

  private async end(): Promise<void> {
    if (this.scheduler.doesExist('interval', LOOK_AGAIN)) this.scheduler.deleteInterval(LOOK_AGAIN);
    this.starts.clear();
    for (const id of [...this.running.keys()]) this.retire(id, 'the exporter is stopping');
    let endPatience = (): void => undefined;
    const patience = new Promise<void>((resolve) => {
      endPatience = this.surroundings.clock.after(FAREWELL_MS, resolve);
    });
    await Promise.race([Promise.all([...this.farewells.values(), this.recorded]), patience]);
    endPatience();
    this.subscription.unsubscribe();
    this.surroundings.loop.stop();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
