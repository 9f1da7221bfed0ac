import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Database, DatabaseModule } from '@snp/database';
import { silenceLogs } from '@snp/database/testing';
import { installApiParsers, ProblemFilter } from '@snp/http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import {
  CONNECTIONS_ENTITIES,
  CONNECTIONS_LEGACY_TABLES,
  CONNECTIONS_MIGRATIONS,
  ConnectionChanges,
  ConnectionStates,
  ConnectionsModule,
  ConnectionsService,
  type ConnectionChange,
  type ConnectionsOptions,
} from '..';
import { bundledImportWorker } from './import-worker';

silenceLogs();

/** The API of this room over real HTTP, on a file of its own. */
export interface Api {
  readonly http: TestAgent;
  readonly database: Database;
  readonly connections: ConnectionsService;
  readonly states: ConnectionStates;
  /** What was announced until now. */
  readonly announced: ConnectionChange[];
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

export interface ApiOptions extends Partial<ConnectionsOptions> {
  /** The database file; one in a new folder when missing. */
  readonly path?: string;
  readonly busyTimeoutMs?: number;
}

export async function startApi({ path, busyTimeoutMs = 100, ...options }: ApiOptions = {}): Promise<Api> {
  const folder = temporaryFolder();
  const database = databaseIn(path ?? join(folder, 'connections.db'), busyTimeoutMs);
  const module = await Test.createTestingModule({
    imports: [
      database,
      ConnectionsModule.forRoot({ allowInsecureDevices: false, importWorker: bundledImportWorker(folder), ...options }),
    ],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  installApiParsers(app);
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  const announced: ConnectionChange[] = [];
  app.get(ConnectionChanges).changes$.subscribe((change) => announced.push(change));
  return {
    http: request.agent(app.getHttpServer()),
    database: app.get(Database),
    connections: app.get(ConnectionsService),
    states: app.get(ConnectionStates),
    announced,
    app,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function databaseIn(path: string, busyTimeoutMs: number): DynamicModule {
  return DatabaseModule.forRoot({
    path,
    entities: CONNECTIONS_ENTITIES,
    migrations: CONNECTIONS_MIGRATIONS,
    legacyTables: CONNECTIONS_LEGACY_TABLES,
    busyTimeoutMs,
  });
}

/** The database of this room alone. */
export async function openDatabase(path: string): Promise<Database> {
  const module = await Test.createTestingModule({ imports: [databaseIn(path, 50)] }).compile();
  return module.get(Database);
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snp-connections-'));
}

/** A good request for a new connection, with what the test is about. */
export function aConnection(different: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'MCR-SNP-01',
    restapi: 'https://192.168.90.23:9089/api/auth',
    websocket: 'wss://192.168.90.23/smm',
    username: 'admin',
    password: 'secret',
    objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
    enabled: true,
    ...different,
  };
}
