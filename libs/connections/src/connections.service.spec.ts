import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConnectionsModule,
  ConnectionsService,
  ConnectionStates,
  CONNECTIONS_ENTITIES,
  CONNECTIONS_MIGRATIONS,
  Database,
  DatabaseModule,
} from '.';

it('starts on a new file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snp-connections-'));
  const module = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({
        path: join(folder, 'deep/connections.db'),
        entities: CONNECTIONS_ENTITIES,
        migrations: CONNECTIONS_MIGRATIONS,
      }),
      ConnectionsModule.forRoot({ allowInsecureDevices: false }),
    ],
  }).compile();
  const app = await module.init();
  await app
    .get(Database)
    .write((m) =>
      m.query(
        `INSERT INTO snp_connections (name, restapi, websocket, username, password, objects_ids) VALUES ('a','https://h/api/auth','wss://h/smm','u','p','[{"objectType":"ptp"}]')`,
      ),
    );
  await app.get(ConnectionStates).record(1, 'connected', 0);
  expect(await app.get(ConnectionsService).wanted()).toEqual([
    expect.objectContaining({ id: 1, name: 'a', fault: null, enabled: true }),
  ]);
  expect(await app.get(Database).read((m) => m.query('SELECT * FROM connection_status'))).toEqual([
    { connection_id: 1, status: 'connected', last_update: '1970-01-01 00:00:00' },
  ]);
  await app.close();
  rmSync(folder, { recursive: true });
});
