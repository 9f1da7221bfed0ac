import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Exporter } from './support/exporter';
import { ROOT } from './support/workspace';

const FOLDER = join(ROOT, 'tmp/other-program');

/** What a program of somebody else would look like, with types generated from the API's document. */
const PROGRAM = `import createClient from 'openapi-fetch';
import type { paths } from './api';

async function main(baseUrl: string): Promise<void> {
  const api = createClient<paths>({ baseUrl });
  const created = await api.POST('/api/connections', {
    body: {
      name: 'from another program',
      restapi: 'https://127.0.0.1:9/api/auth',
      websocket: 'wss://127.0.0.1:9/smm',
      username: 'admin',
      password: 'secret',
      objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
      enabled: false,
    },
  });
  if (!created.data) throw new Error(JSON.stringify(created.error));
  const path = { id: created.data.id };
  const list = await api.GET('/api/connections');
  const names = list.data?.map(({ name, status }) => name + ': ' + status);
  const status = await api.GET('/api/connections/{id}/status', { params: { path } });
  const deleted = await api.DELETE('/api/connections/{id}', { params: { path } });
  console.log(JSON.stringify({ names, status: status.response.status, message: deleted.data?.message }));
}

void main(process.argv[2]);
`;

test('a program with a client of another generator creates, lists, looks at and deletes a connection', async () => {
  const exporter = await Exporter.start();
  try {
    mkdirSync(FOLDER, { recursive: true });
    cpSync(join(ROOT, 'libs/api-client/openapi.json'), join(FOLDER, 'openapi.json'));
    writeFileSync(join(FOLDER, 'program.ts'), PROGRAM);
    const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    run('node_modules/openapi-typescript/bin/cli.js', join(FOLDER, 'openapi.json'), '-o', join(FOLDER, 'api.ts'));
    const options =
      '--strict --skipLibCheck --target es2022 --module nodenext --moduleResolution nodenext --types node';
    run(
      'node_modules/typescript/bin/tsc',
      ...options.split(' '),
      '--outDir',
      join(FOLDER, 'out'),
      join(FOLDER, 'program.ts'),
    );
    const printed = run(join(FOLDER, 'out/program.js'), exporter.dashboardUrl);
    expect(JSON.parse(printed)).toEqual({
      names: ['from another program: disconnected'],
      status: 200,
      message: 'Connection deleted',
    });
  } finally {
    await exporter.stop();
  }
});
