import type { SessionEvent, SnpSession, SupervisorService } from '@snp/collector';
import type { ConnectionsService } from '@snp/connections';
import type { JsonObject } from '@snp/protocol';
import { HistoryService } from '../device/history.service';
import { SessionFeed } from '../feed/session-feed';
import { AlarmsService } from '../fleet/alarms.service';
import { ConnectionCache } from '../fleet/connection-cache';
import { LiveFleet } from '../fleet/live-fleet';
import { JournalBuffer } from '../journal/journal-buffer';
import type { JournalService } from '../journal/journal.service';
import { ClockWatch } from '../stream/clock-watch';
import type { StreamHub } from '../stream/stream-hub';
import { SummaryPublisher } from '../stream/summary-publisher';
import { aConnection, anAlarm, FakeClock, FakeConnections, FakeSession, FakeSessions, START } from './fakes';
import { aStatus } from './statuses';

const DATE = /\d{4}-\d\d-\d\dT[\d:.]+Z|[+-]\d{6}-\d\d-\d\dT[\d:.]+Z/g;

/** An event without what the fleet adds. */
type Told = SessionEvent extends infer E
  ? E extends SessionEvent
    ? Omit<E, 'connectionId' | 'at' | 'name'>
    : never
  : never;

/** Three devices as the dashboard sees them, on a clock whose date the test sets: without database, HTTP and timers. */
export class SteppedFleet {
  readonly clock = new FakeClock(500);
  readonly session = new FakeSession();
  readonly connection = { ...aConnection() };
  /** The events of the stream but for summaries. */
  readonly published: string[] = [];
  /** What a client of the stream shows: the newest summary of each device, without its dates. */
  readonly shown = new Map<number, string>();
  readonly journal = new JournalBuffer({ perConnection: 500, total: 500 });
  readonly fleet: LiveFleet;
  private readonly cache: ConnectionCache;
  private readonly feed: SessionFeed;
  private readonly publisher: SummaryPublisher;
  private readonly watch: ClockWatch;

  constructor() {
    const { clock, session } = this;
    clock.step(START);
    Object.assign(session, {
      since: clock.monotonic(),
      lastMessageAt: clock.monotonic(),
      lastStatusAt: clock.monotonic(),
    });
    const stored = new FakeConnections(this.connection, aConnection({ id: 2 }), aConnection({ id: 3 }));
    const sessions = new FakeSessions();
    for (const id of [1, 2, 3]) sessions.byId.set(id, session);
    const hub = this.hub() as unknown as StreamHub;
    const supervisor = sessions as unknown as SupervisorService;
    this.cache = new ConnectionCache(stored as unknown as ConnectionsService);
    this.fleet = new LiveFleet(this.cache, supervisor, clock);
    const journal = { record: (entry) => this.journal.add(entry) } as JournalService;
    this.feed = new SessionFeed(this.fleet, this.cache, journal, hub, clock);
    this.publisher = new SummaryPublisher(this.fleet, this.cache, hub, clock);
    this.watch = new ClockWatch(clock, hub);
  }

  async start(): Promise<this> {
    await this.cache.refresh();
    return this;
  }

  tell(event: Told): void {
    this.feed.take({ ...event, connectionId: 1, name: 'SNP-1', at: this.clock.monotonic() } as SessionEvent);
  }

  sends(type: string, body: JsonObject): void {
    this.tell({ kind: 'status', status: aStatus(type, body) });
  }

  raises(...ids: string[]): void {
    this.session.alarms = ids.map((id) => anAlarm({ id, raisedAt: null }));
    this.tell({ kind: 'alarms', active: this.session.alarms });
  }

  goes(to: SnpSession['state'], code: 'connected' | 'silent' | 'starting' | 'auth'): void {
    const { state: from } = this.session;
    if (to === from) return;
    const reason = `because of ${code}`;
    Object.assign(this.session, { state: to, reason, since: this.clock.monotonic() });
    if (from === 'connected') this.tell({ kind: 'lost' });
    this.tell({ kind: 'state', from, to, code, reason } as Told);
  }

  /** The session stays connected, but its statuses stop, or come again. */
  stays(code: 'statuses_stopped' | 'connected'): void {
    const reason = `because of ${code}`;
    Object.assign(this.session, { code, reason });
    this.tell({ kind: 'state', from: 'connected', to: 'connected', code, reason } as Told);
  }

  /** A second of the timers; the device sends a heartbeat while it is connected and not silent. */
  second(isSilent = false): void {
    for (let quarter = 0; quarter < 4; quarter++) {
      this.clock.advance(250);
      this.watch.check();
      this.publisher.publish();
    }
    if (this.session.state === 'connected' && !isSilent) {
      this.session.lastMessageAt = this.clock.monotonic();
      if (this.session.code === 'connected') this.session.lastStatusAt = this.clock.monotonic();
      this.session.counters.messageCount++;
    }
    this.fleet.tick();
  }

  /** What can be seen of the devices now, with dates as the time since then. */
  summaries(): string {
    return this.relative(JSON.stringify([...this.cache.all()].map((connection) => this.fleet.summary(connection))));
  }

  /** The same of their alarms, and of the last hour. */
  async rest(): Promise<string> {
    const { fleet, cache, clock } = this;
    const alarms = await new AlarmsService(fleet, cache, clock).raised('');
    const history = await new HistoryService(fleet, cache, clock).lastHour(1);
    return this.relative(JSON.stringify({ alarms, history }));
  }

  private relative(json: string): string {
    return json.replace(DATE, (date) => String((this.clock.now() - Date.parse(date)) / 1000));
  }

  private hub(): Partial<StreamHub> {
    return {
      clientCount: 1,
      publish: (name, data) => {
        if (name !== 'reset') this.published.push(name + this.relative(JSON.stringify(data)));
      },
      publishSummaries: (changed) => {
        for (const { id, json } of changed) this.shown.set(id, json.replace(DATE, ''));
      },
    };
  }
}
