import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { SessionEvents, type Clock, type SessionEvent } from '@snp/collector';
import { ConnectionChanges, type ConnectionChange } from '@snp/connections';
import type { RaisedAlarm } from '@snp/protocol';
import { Subscription } from 'rxjs';
import { CLOCK } from '../common/clock';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import { JournalService } from '../journal/journal.service';
import { ClockWatch } from '../stream/clock-watch';
import { StreamHub } from '../stream/stream-hub';
import { SummaryPublisher } from '../stream/summary-publisher';
import { SessionFeed } from './session-feed';

const PUBLISH_MS = 250;
const TICK_MS = 1_000;
/** For connections without a session that another program edited in the database. */
const REFRESH_MS = 60_000;

/** More changes at once than this are published as one `reset`. */
const MAX_PUBLISHED_CHANGES = 200;

/** Subscribes to the events of sessions and connections, and owns the timers. */
@Injectable()
export class LiveFeed implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly subscription = new Subscription();
  private readonly timers: NodeJS.Timeout[] = [];
  private hasFailed = false;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly events: SessionEvents,
    private readonly changes: ConnectionChanges,
    private readonly sessions: SessionFeed,
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    private readonly journal: JournalService,
    private readonly hub: StreamHub,
    private readonly publisher: SummaryPublisher,
    private readonly clockWatch: ClockWatch,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before any session starts. */
  async onModuleInit(): Promise<void> {
    await Promise.all([this.cache.refresh(), this.restoreAlarms()]);
    this.subscription.add(this.events.events$.subscribe((event) => this.guarded(() => this.takeEvent(event))));
    this.subscription.add(this.changes.changes$.subscribe((change) => void this.takeChange(change)));
  }

  onApplicationBootstrap(): void {
    this.every(PUBLISH_MS, () => this.publish());
    // What has come by then is read first: to a process that stood still, every device would seem silent.
    this.every(TICK_MS, () => void setImmediate(() => this.guarded(() => this.fleet.tick())));
    this.every(TICK_MS, () => void this.journal.flush());
    this.every(REFRESH_MS, () => void this.refresh());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.subscription.unsubscribe();
  }

  private publish(): void {
    this.clockWatch.check();
    this.publisher.publish();
  }

  private takeEvent(event: SessionEvent): void {
    this.sessions.take(event);
    if (event.kind === 'started' || event.kind === 'stopped' || event.kind === 'renamed') void this.refresh();
  }

  private async takeChange(change: ConnectionChange): Promise<void> {
    await this.refresh();
    if (change.kind === 'reload') return;
    this.guarded(() => {
      if (change.ids.length > MAX_PUBLISHED_CHANGES) this.hub.publish('reset', {});
      else for (const id of change.ids) this.hub.publish('connection', { kind: change.kind, id });
    });
  }

  /** Re-reads the connections; overlapping calls share one read and what follows from it. */
  private refresh(): Promise<void> {
    const isRead = this.cache.refresh();
    this.refreshing ??= isRead.then(() => {
      this.refreshing = undefined;
      this.guarded(() => this.adoptConnections());
    });
    return this.refreshing;
  }

  private adoptConnections(): void {
    for (const { id } of [...this.fleet.all()]) if (this.cache.get(id) === undefined) this.forget(id);
    this.fleet.judgeAll();
  }

  private forget(id: number): void {
    this.fleet.remove(id);
    this.publisher.forget(id);
  }

  private async restoreAlarms(): Promise<void> {
    const [now, date] = [this.clock.monotonic(), this.clock.now()];
    const byConnection = new Map<number, RaisedAlarm[]>();
    for (const { connectionId, at, reason, location, objectId, alarmId } of await this.journal.raisedAlarms()) {
      const texts = { id: alarmId ?? '', reason, location: location ?? '', objectId: objectId ?? '' };
      const alarms = byConnection.get(connectionId) ?? [];
      alarms.push({ alarm: { ...texts, elementIp: '', raisedAt: null }, firstSeenAt: now - Math.max(0, date - at) });
      byConnection.set(connectionId, alarms);
    }
    for (const [id, alarms] of byConnection) this.fleet.alarms.restore(id, alarms);
  }

  private every(ms: number, act: () => void): void {
    this.timers.push(setInterval(() => this.guarded(act), ms).unref());
  }

  /** A fault in the live view must not disturb collection: it is logged once. */
  private guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!this.hasFailed) {
        this.logger.error('live view failed', { error: error instanceof Error ? error.stack : String(error) });
      }
      this.hasFailed = true;
    }
  }
}
