import type { Connection } from '@snp/connections';
import type { ActiveAlarm, JsonObject } from '@snp/protocol';
import { Clock } from '../clock';
import type { SessionState } from '../dto/words';
import {
  Connections,
  DeviceProbe,
  Sessions,
  type FoundObject,
  type HeldSeries,
  type LiveSession,
  type ProbeStep,
  type ProbeTarget,
  type ReceivedObject,
} from '../ports';

/** Ten past eight on a day in February, in ms. */
export const START = Date.parse('2026-02-03T20:10:00.000Z');

/** A clock that moves when it is told to. */
export class FakeClock extends Clock {
  constructor(private time = START) {
    super();
  }

  now(): number {
    return this.time;
  }

  /** @param ms may be negative */
  advance(ms: number): void {
    this.time += ms;
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

/** A session that is as the test sets it. */
export class FakeSession implements LiveSession {
  state: SessionState = 'connected';
  reason = 'receiving statuses';
  since = START;
  lastMessageAt: number | null = START;
  connectedAt: number | null = START;
  certificate: { validTo: number | null } | undefined;
  alarms: readonly ActiveAlarm[] = [];
  target: LiveSession['target'];
  polls = new Map<string, unknown>();
  counters = {
    messageCount: 0,
    receivedBytes: 0,
    connects: 1,
    disconnects: new Map<string, number>(),
    decodeErrors: new Map<string, number>(),
  };
  readonly received: ReceivedObject[] = [];

  objects(): Iterable<ReceivedObject> {
    return this.received;
  }

  /** The device sends an object. */
  send(type: string, body: JsonObject, objectId = type): void {
    this.sendText(type, JSON.stringify({ type, object_ID: objectId, ...body }), objectId);
  }

  sendText(type: string, text: string, objectId = type): void {
    this.received.push({ type, objectId, text, receivedAt: START, series: 1, known: true });
  }

  holds(name: string, series: readonly HeldSeries[]): void {
    this.target = {
      name,
      droppedTotal: 0,
      seriesCount: () => series.length,
      list: (search = '') => series.filter(({ family }) => family.name.includes(search)),
    };
  }
}

/** The sessions that the test puts there. */
export class FakeSessions extends Sessions {
  readonly byId = new Map<number, FakeSession>();

  sessions(): Iterable<LiveSession> {
    return this.byId.values();
  }

  session(id: number): LiveSession | undefined {
    return this.byId.get(id);
  }
}

/** The connections that the test puts there. */
export class FakeConnections extends Connections {
  readonly stored: Connection[];

  constructor(...stored: Connection[]) {
    super();
    this.stored = stored;
  }

  async wanted(): Promise<readonly Connection[]> {
    return [...this.stored];
  }

  async find(id: number): Promise<Connection | null> {
    return this.stored.find((connection) => connection.id === id) ?? null;
  }
}

/** Goes to devices that are as the test says. */
export class FakeProbe extends DeviceProbe {
  readonly asked: ProbeTarget[] = [];
  steps: readonly ProbeStep[] = [{ step: 'resolve', ok: true, durationMs: 2.04, detail: '10.0.0.1' }];
  /** What a listing gives, or how it fails. */
  listing: Promise<readonly FoundObject[]> = Promise.resolve([]);
  /** A test waits for this before its second step. */
  pause: Promise<unknown> = Promise.resolve();
  /** The signal of the last visit. */
  signal: AbortSignal | undefined;

  async *test(target: ProbeTarget, signal: AbortSignal): AsyncIterable<ProbeStep> {
    this.asked.push(target);
    this.signal = signal;
    for (const [place, step] of this.steps.entries()) {
      if (place === 1) await this.pause;
      yield step;
    }
  }

  discover(target: ProbeTarget, signal: AbortSignal): Promise<readonly FoundObject[]> {
    this.asked.push(target);
    this.signal = signal;
    return this.listing;
  }
}
