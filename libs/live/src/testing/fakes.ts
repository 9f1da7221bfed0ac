import type {
  Clock,
  ConnectionProbe,
  DiscoveredObject,
  KnownObject,
  ProbeStep,
  ProbeTarget,
  SnpSession,
} from '@snp/collector';
import type { Connection, ConnectionsService } from '@snp/connections';
import { labelText, SeriesStore, type ListedSeries } from '@snp/exposition';
import type { ActiveAlarm, JsonObject } from '@snp/protocol';

/** Ten past eight on a day in February, in ms. */
export const START = Date.parse('2026-02-03T20:10:00.000Z');

/** A clock that moves when it is told to, and whose date the test may set. Until then the date is the monotonic time. */
export class FakeClock implements Clock {
  private readonly timers = new Set<{ readonly at: number; readonly act: () => void }>();

  private setBy = 0;

  constructor(private time = START) {}

  now(): number {
    return this.time + this.setBy;
  }

  monotonic(): number {
    return this.time;
  }

  dateOf(monotonic: number): number {
    return monotonic + this.setBy;
  }

  /** The wall clock is set, forward or back; no time passes. */
  step(ms: number): void {
    this.setBy += ms;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.time + ms, act };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  advance(ms: number): void {
    this.time += ms;
    for (const timer of [...this.timers]) {
      if (timer.at <= this.time && this.timers.delete(timer)) timer.act();
    }
  }
}

/** A stored connection, with what the test is about. */
export function aConnection(different: Partial<Connection> = {}): Connection {
  const id = different.id ?? 1;
  return {
    id,
    name: `SNP-${id}`,
    restapi: `https://10.0.0.${id}:9089/api/auth`,
    websocket: `wss://10.0.0.${id}/smm`,
    username: 'admin',
    password: 'secret',
    objects: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
    enabled: true,
    tags: {},
    legacyTls: false,
    createdAt: '2026-02-03 20:00:00',
    updatedAt: '2026-02-03 20:00:00',
    fault: null,
    ...different,
  };
}

/** An alarm, with what the test is about. */
export function anAlarm(different: Partial<ActiveAlarm> = {}): ActiveAlarm {
  return {
    id: '55',
    reason: 'Power supply A is bad',
    location: 'System Power Supply',
    objectId: 'system',
    elementIp: '10.0.0.1',
    raisedAt: START - 60_000,
    ...different,
  };
}

/** What this room reads of a session, but for its counters and series. */
type SessionFields = Pick<
  SnpSession,
  | 'state'
  | 'code'
  | 'reason'
  | 'since'
  | 'lastMessageAt'
  | 'lastStatusAt'
  | 'connectedAt'
  | 'certificate'
  | 'alarms'
  | 'polls'
  | 'objects'
>;

/** A session that is as the test sets it. */
export class FakeSession implements SessionFields {
  state: SnpSession['state'] = 'connected';
  code: SnpSession['code'] = 'connected';
  reason = 'receiving statuses';
  since = START;
  lastMessageAt: number | null = START;
  lastStatusAt: number | null = START;
  connectedAt: number | null = START;
  certificate: SnpSession['certificate'];
  alarms: readonly ActiveAlarm[] = [];
  target: SnpSession['target'];
  polls = new Map<Parameters<SnpSession['polls']['get']>[0], object>();
  counters = {
    messageCount: 0,
    receivedBytes: 0,
    connects: 1,
    disconnects: new Map<string, number>(),
    decodeErrors: new Map<string, number>(),
  };
  readonly received: KnownObject[] = [];

  objects(): Iterable<KnownObject> {
    return this.received;
  }

  /** The device sends an object. */
  send(type: string, body: JsonObject, objectId = type): void {
    this.sendText(type, JSON.stringify({ type, object_ID: objectId, ...body }), objectId);
  }

  sendText(type: string, text: string, objectId = type): void {
    this.received.push({ type, objectId, text, receivedAt: START, series: 1, known: true });
  }

  holds(name: string, series: readonly ListedSeries[]): void {
    const store = new SeriesStore(
      series.map(({ family }) => family),
      { maxSeriesPerTarget: 100 },
    );
    this.target = store.addTarget(name);
    this.target.write('test', (sink) => {
      for (const [position, { labels, value }] of series.entries()) {
        sink.sample(position, labelText(Object.keys(labels), Object.values(labels)), value);
      }
    });
  }
}

/** The sessions that the test puts there. */
export class FakeSessions {
  readonly byId = new Map<number, FakeSession>();

  sessions(): Iterable<FakeSession> {
    return this.byId.values();
  }

  session(id: number): FakeSession | undefined {
    return this.byId.get(id);
  }
}

/** The connections that the test puts there. */
export class FakeConnections implements Pick<ConnectionsService, 'wanted' | 'find'> {
  readonly stored: Connection[];

  constructor(...stored: Connection[]) {
    this.stored = stored;
  }

  async wanted(): Promise<Connection[]> {
    return [...this.stored];
  }

  async find(id: number): Promise<Connection | null> {
    return this.stored.find((connection) => connection.id === id) ?? null;
  }
}

/** Goes to devices that are as the test says. */
export class FakeProbe implements Pick<ConnectionProbe, 'test' | 'discover' | 'passwordWaitMs'> {
  readonly asked: ProbeTarget[] = [];
  /** Ms until the device's passwords may be tried again. */
  passwordWait = 0;
  steps: readonly ProbeStep[] = [{ step: 'resolve', ok: true, durationMs: 2.04, detail: '10.0.0.1' }];
  /** What a listing gives, or how it fails. */
  listing: Promise<DiscoveredObject[]> = Promise.resolve([]);
  /** A test waits for this before its second step. */
  pause: Promise<unknown> = Promise.resolve();
  /** The signal of the last visit. */
  signal: AbortSignal | undefined;

  async *test(target: ProbeTarget, signal: AbortSignal): AsyncGenerator<ProbeStep> {
    this.asked.push(target);
    this.signal = signal;
    for (const [place, step] of this.steps.entries()) {
      if (place === 1) await this.pause;
      yield step;
    }
  }

  passwordWaitMs(): number {
    return this.passwordWait;
  }

  discover(target: ProbeTarget, signal: AbortSignal): Promise<DiscoveredObject[]> {
    this.asked.push(target);
    this.signal = signal;
    return this.listing;
  }
}
