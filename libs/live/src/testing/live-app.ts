import { Module, type DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { ConnectionProbe, SessionEvents, SupervisorService } from '@snp/collector';
import {
  type Connection,
  ConnectionChanges,
  CONNECTIONS_ENTITIES,
  CONNECTIONS_MIGRATIONS,
  ConnectionsService,
} from '@snp/connections';
import { Database, DatabaseModule } from '@snp/database';
import { AnswersModule, installApiParsers, ProblemFilter } from '@snp/http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { CLOCK } from '../common/clock';
import { LIVE_ENTITIES, LIVE_MIGRATIONS } from '../journal/records';
import { LiveModule } from '../live.module';
import { STREAM_SETTINGS, StreamSettings } from '../stream/stream-settings';
import { FakeClock, FakeConnections, FakeProbe, FakeSessions } from './fakes';

/** This room with its real database and its API over real HTTP; connections, sessions and devices are the test's. */
export interface LiveApp {
  readonly app: NestExpressApplication;
  readonly http: ReturnType<typeof request>;
  readonly url: string;
  readonly clock: FakeClock;
  readonly connections: FakeConnections;
  readonly sessions: FakeSessions;
  readonly probe: FakeProbe;
  readonly events: SessionEvents;
  readonly changes: ConnectionChanges;
  /** Stores another connection and announces it. */
  add(connection: Connection): Promise<void>;
  close(): Promise<void>;
}

export interface LiveAppOptions {
  readonly connections?: readonly Connection[];
  readonly stream?: Partial<StreamSettings>;
  /** Keeps the file of an earlier one. */
  readonly folder?: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snp-live-'));
}

/** What this room needs of the others. */
function neighbours(connections: FakeConnections, sessions: FakeSessions, probe: FakeProbe): DynamicModule {
  @Module({})
  class Neighbours {}
  const providers = [
    { provide: ConnectionsService, useValue: connections },
    { provide: SupervisorService, useValue: sessions },
    { provide: ConnectionProbe, useValue: probe },
    ConnectionChanges,
    SessionEvents,
  ];
  return { module: Neighbours, global: true, providers, exports: providers };
}

export function databaseIn(folder: string): DynamicModule {
  return DatabaseModule.forRoot({
    path: join(folder, 'connections.db'),
    entities: [...CONNECTIONS_ENTITIES, ...LIVE_ENTITIES],
    migrations: [...CONNECTIONS_MIGRATIONS, ...LIVE_MIGRATIONS],
    busyTimeoutMs: 100,
  });
}

export async function startLiveApp(options: LiveAppOptions = {}): Promise<LiveApp> {
  const folder = options.folder ?? temporaryFolder();
  const connections = new FakeConnections(...(options.connections ?? []));
  const [sessions, probe, clock] = [new FakeSessions(), new FakeProbe(), new FakeClock()];
  const module = await Test.createTestingModule({
    imports: [
      databaseIn(folder),
      AnswersModule.forRoot({}),
      neighbours(connections, sessions, probe),
      LiveModule.forRoot({ version: '1.2.3', metricsPort: 8000 }),
    ],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .overrideProvider(StreamSettings)
    .useValue({ ...STREAM_SETTINGS, ...options.stream })
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  installApiParsers(app);
  app.useGlobalFilters(new ProblemFilter());
  for (const connection of connections.stored) await storeConnection(app.get(Database), connection);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const changes = app.get(ConnectionChanges);
  return {
    ...{ app, clock, connections, sessions, probe, changes },
    http: request(app.getHttpServer()),
    url: `http://127.0.0.1:${port}`,
    events: app.get(SessionEvents),
    add: async (connection) => {
      await storeConnection(app.get(Database), connection);
      connections.stored.push(connection);
      changes.announce({ kind: 'added', ids: [connection.id] });
    },
    close: async () => {
      await app.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives the journal a connection to belong to. */
export async function storeConnection(
  database: Database,
  { id, name }: Pick<Connection, 'id' | 'name'>,
): Promise<void> {
  await database.write((manager) =>
    manager.query(
      `INSERT OR IGNORE INTO snp_connections (id, name, restapi, websocket, username, password, objects_ids)
       VALUES (?, ?, '', '', '', '', '[]')`,
      [id, name],
    ),
  );
}
