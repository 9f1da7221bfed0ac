import { Logger } from '@nestjs/common';
import { Decoder, type CatalogueOptions } from '@snp/catalogue';
import type { Connection } from '@snp/connections';
import { SeriesStore } from '@snp/exposition';
import type { SimulatedDevice } from '@snp/simulator';
import { sessionDependencies } from '../collector.module';
import type { Clock } from '../common/clock';
import type { CollectorOptions } from '../common/collector-options';
import type { SessionState } from '../session/machine/phases';
import { SnpSession } from '../session/session';
import type { SessionDependencies } from '../session/session-dependencies';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import { until } from './until';

Logger.overrideLogger(false);

const CATALOGUE: CatalogueOptions = {
  groups: 'all',
  receivers: 'configured',
  senders: 'resolved',
  legacyTimeLabels: false,
};

export const OPTIONS: CollectorOptions = {
  interval: 5,
  pollInterval: 10,
  configPollSeconds: 60,
  maxConcurrentHandshakes: 20,
  allowInsecureDevices: false,
  catalogue: CATALOGUE,
  maxSeriesPerDevice: 20_000,
  tagLabels: ['site'],
};

const TYPICAL = ['ptp', 'system', 'ipVidRx', 'procChannelHD/A-HD-1'];
let lastId = 0;

/** A stored connection to a pretended device. */
export function connectionTo(
  device: Pick<SimulatedDevice, 'name' | 'restapi' | 'websocket'>,
  facts: Partial<Connection> = {},
): Connection {
  const { name, restapi, websocket } = device;
  return {
    ...{ id: ++lastId, name, restapi, websocket, username: 'admin', password: 'admin' },
    ...{
      objects: objects(...TYPICAL),
      enabled: true,
      tags: {},
      legacyTls: false,
      createdAt: '',
      updatedAt: '',
      fault: null,
    },
    ...facts,
  };
}

/** `ptp`, `procChannelHD/A-HD-1` */
export function objects(...keys: string[]): Connection['objects'] {
  return keys.map((key) => {
    const [objectType = '', objectId] = key.split('/');
    return { elementIP: '127.0.0.1', objectType, ...(objectId === undefined ? {} : { objectId }) };
  });
}

type StateEvent = Extract<SessionEvent, { kind: 'state' }>;

/** Sessions over real sockets, with all that they write and emit. */
export class Bench {
  readonly events: SessionEvent[] = [];
  readonly store: SeriesStore;
  readonly dependencies: SessionDependencies;
  private readonly sessions: SnpSession[] = [];

  constructor(options: Partial<CollectorOptions> = {}, clock?: Clock) {
    const all = { ...OPTIONS, ...options };
    const decoder = new Decoder(all.catalogue);
    this.store = new SeriesStore(decoder.families, { maxSeriesPerTarget: all.maxSeriesPerDevice });
    const events = new SessionEvents();
    events.events$.subscribe((event) => this.events.push(event));
    this.dependencies = sessionDependencies(all, decoder, this.store, events, clock);
  }

  /** A session that has begun to connect. */
  start(connection: Connection): SnpSession {
    const session = new SnpSession(connection, this.dependencies);
    this.sessions.push(session);
    session.show();
    session.start();
    return session;
  }

  async stop(): Promise<void> {
    await Promise.all(this.sessions.splice(0).map((session) => session.stop('the test is over')));
  }

  /** The series of a device as `name{labels} value`, without `target`. */
  series(target: string, search = ''): string[] {
    return [...(this.store.target(target)?.list(search) ?? [])].map(({ family, labels, value }) => {
      const text = Object.entries(labels).map(([key, label]) => `${key}="${label}"`);
      return `${family.name}{${text.join(',')}} ${value}`;
    });
  }

  /** The value of the one series that has all of this; undefined when there is none. */
  value(target: string, name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    const found = [...(this.store.target(target)?.list(name) ?? [])].filter(
      (each) => each.family.name === name && Object.entries(labels).every(([key, label]) => each.labels[key] === label),
    );
    return found[0]?.value;
  }

  /** The states that a session went through, with their codes: `disconnected closed`. */
  states({ connection }: SnpSession): string[] {
    return this.events.flatMap((event) =>
      event.kind === 'state' && event.connectionId === connection.id ? [`${event.to} ${event.code}`] : [],
    );
  }

  /** Resolves with what `read` finds at the very moment at which the session goes into the state. */
  at<T>({ connection }: SnpSession, state: SessionState, read: (event: StateEvent) => T): Promise<T> {
    return new Promise((resolve) => {
      const subscription = this.dependencies.events.events$.subscribe((event) => {
        if (event.kind !== 'state' || event.connectionId !== connection.id || event.to !== state) return;
        subscription.unsubscribe();
        resolve(read(event));
      });
    });
  }

  /** A session that is connected. */
  async connect(connection: Connection): Promise<SnpSession> {
    const session = this.start(connection);
    await until(() => session.state === 'connected', `${connection.name} is connected`);
    return session;
  }

  /** What a scrape gets. */
  exposition(): string {
    return [...this.store.snapshot().chunks('text')].join('');
  }
}
