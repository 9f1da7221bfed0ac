import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly objects_ids: readonly unknown[];
}

interface Imported {
  readonly imported: number;
  readonly updated: number;
  readonly refused: number;
  readonly detail?: string;
  readonly errors: readonly unknown[];
}

/** A file as the Python exporter leaves it, with names that were copied out of a web page. */
const OLD_NAME = 'MCR\u200b 1 ';
const OLD_FILE = `
  CREATE TABLE snp_connections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, restapi TEXT NOT NULL, websocket TEXT NOT NULL,
    username TEXT NOT NULL, password TEXT NOT NULL, objects_ids TEXT NOT NULL, enabled INTEGER DEFAULT 1,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
  INSERT INTO snp_connections (name, restapi, websocket, username, password, objects_ids) VALUES
    ('${OLD_NAME}', 'https://127.0.0.1:9/api/auth', 'wss://127.0.0.1:9/smm', 'ad\u200bmin', 'secret', '[{"objectType":"ptp"}]'),
    ('MCR 1', 'https://127.0.0.1:9/api/auth', 'wss://127.0.0.1:9/smm', 'admin', 'secret', '[{"objectType":"ptp"}]');`;

function makeFile(path: string, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const database = new Database(path);
    database.exec(sql, (error) => database.close(() => (error ? reject(error) : resolve())));
  });
}

test.describe('what people type and have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snp-typed-'));
  const databasePath = join(folder, 'connections.db');
  let exporter: Exporter;

  test.beforeAll(async () => {
    await makeFile(databasePath, OLD_FILE);
    exporter = await Exporter.start({ databasePath });
  });
  test.afterAll(async () => {
    await exporter.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  test.afterEach(async () => {
    for (const { id } of (await stored()).filter(({ id }) => id > 2))
      await exporter.api('DELETE', `/api/connections/${id}`);
  });

  const stored = async () => (await exporter.api<Stored[]>('GET', '/api/connections')).body;
  const named = async (name: string) => (await stored()).find((connection) => connection.name === name);
  const post = (different: object) =>
    exporter.api<{ id: number; errors: unknown[] }>('POST', '/api/connections', {
      ...unreachable('new'),
      ...different,
    });
  const importFile = async (text: string, type = 'text/csv', query = '') => {
    const headers = { 'Content-Type': type };
    const answer = await fetch(`${exporter.dashboardUrl}/api/import${query}`, { method: 'POST', headers, body: text });
    return { status: answer.status, body: (await answer.json()) as Imported };
  };

  test('white space around a name, user, URL or tag is not stored, and the name is scraped without it', async () => {
    const added = await post({
      name: '\u00a0STUDIO 1\u200b ',
      username: 'admin\u2007',
      restapi: '\ufeffhttps://127.0.0.1:9/api/auth\u3000',
      tags: { ' site': 'london\u202f' },
      enabled: true,
    });
    expect(added.status).toBe(201);
    expect(await named('STUDIO 1')).toMatchObject({
      username: 'admin',
      restapi: 'https://127.0.0.1:9/api/auth',
      tags: { site: 'london' },
    });
    const isScraped = async () => (await exporter.scrape()).includes('ic_snp_up{target="STUDIO 1"}');
    await eventually(isScraped, () => 'the series of STUDIO 1');
    expect((await exporter.api<Stored[]>('GET', '/api/connections?search=%C2%A0studio%E2%80%8B')).body).toHaveLength(1);
  });

  test('invisible characters inside are refused by name and place; emoji are not', async () => {
    for (const [field, value] of [
      ['name', 'MCR\u200b1'],
      ['username', 'ad\u200bmin'],
      ['restapi', 'https://127.0.0.1:9/a\u200bpi'],
      ['websocket', 'wss://127.0.0.1:9/s\u200bmm'],
    ]) {
      const { status, body } = await post({ [field]: value });
      expect([status, body.errors]).toEqual([
        422,
        [
          {
            pointer: `/${field}`,
            message: expect.stringMatching(/^contains a zero-width space \(U\+200B\) after ".+": remove it$/),
          },
        ],
      ]);
    }
    const name = 'Regie 👨‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️';
    expect((await post({ name, enabled: true })).status).toBe(201);
    await eventually(
      async () => (await exporter.scrape()).includes(`target="${name}"`),
      () => 'the emoji in a scrape',
    );
  });

  test('names that look alike are one name, however they come', async () => {
    const { body } = await post({ name: 'Régie 1' });
    await post({ name: 'other' });
    const other = (await named('other'))?.id;
    for (const name of ['RE\u0301GIE\u00a0\u00a01', '\u200brégie\u30001']) {
      expect((await post({ name })).status).toBe(409);
      expect((await exporter.api('PATCH', `/api/connections/${other}`, { name })).status).toBe(409);
      expect((await exporter.api('POST', `/api/connections/${other}/duplicate`, { name })).status).toBe(409);
      const file = JSON.stringify({ connections: [unreachable(name)] });
      expect((await importFile(file, 'application/json')).body).toMatchObject({ imported: 0, skipped: 1 });
    }
    expect((await exporter.api('PATCH', `/api/connections/${body.id}`, { name: 'RÉGIE 1' })).status).toBe(200);
  });

  test('a file of the earlier exporter keeps its names and labels, also when a row is sent back', async () => {
    const old = (await stored())[0];
    expect(old).toMatchObject({ name: OLD_NAME, username: 'ad\u200bmin' });
    expect((await exporter.api('PUT', '/api/connections/1', { ...old, tags: { site: 'x' } })).status).toBe(200);
    expect((await stored())[0]).toMatchObject({ name: OLD_NAME, username: 'ad\u200bmin', tags: { site: 'x' } });
    expect(await exporter.scrape()).toContain(`target="${OLD_NAME}"`);
    expect(await exporter.scrape()).toContain('target="MCR 1"');
  });

  test('another path or query needs the password again, wherever it is changed', async () => {
    const { body } = await post({ name: 'moved' });
    const path = `/api/connections/${body.id}`;
    const before = (await named('moved'))!;
    expect((await exporter.api('PUT', path, before)).status).toBe(200);
    for (const different of [
      { restapi: 'https://127.0.0.1:9/other/api/auth' },
      { restapi: 'https://127.0.0.1:9/api/auth?to=other' },
      { websocket: 'wss://127.0.0.1:9/other/smm' },
    ]) {
      const isRefused = {
        pointer: '/password',
        message: expect.stringContaining('different host, port, scheme or path'),
      };
      expect((await exporter.api('PATCH', path, different)).body).toMatchObject({ errors: [isRefused] });
      expect((await exporter.api('PUT', path, { ...before, ...different })).status).toBe(422);
      const file = JSON.stringify({ connections: [{ ...before, ...different }] });
      const { body: result } = await importFile(file, 'application/json', '?on_conflict=update');
      expect(result).toMatchObject({ updated: 0, refused: 1, entries: [{ reasons: [isRefused] }] });
      const probe = { id: body.id, ...different };
      expect((await exporter.api('POST', '/api/connections/test', probe)).status).toBe(422);
    }
    expect((await exporter.api('PATCH', path, { restapi: 'https://127.0.0.1:9/x/../api/auth' })).status).toBe(200);
    expect((await exporter.api('PATCH', path, { restapi: 'https://127.0.0.1:9/other', password: 'p' })).status).toBe(
      200,
    );
  });

  test('a table of a spreadsheet is read as people write it', async () => {
    const table = `\ufeffName; Host; Username; Password; Enabled; Tags\u00a0
A\u00a0; 127.0.0.2; admin; secret; FAUX; "site=london"
B; fd00::1; "admin"; "sec;ret"; нет;
C; snp.invalid; admin; secret; FALSCH;`;
    const { body } = await importFile(table);
    expect(body).toMatchObject({ imported: 3, refused: 0 });
    expect(await named('A')).toMatchObject({
      restapi: 'https://127.0.0.2:9089/api/auth',
      websocket: 'wss://127.0.0.2/smm',
      enabled: false,
      tags: { site: 'london' },
    });
    expect((await named('B'))?.websocket).toBe('wss://[fd00::1]/smm');
    expect((await named('C'))?.objects_ids).toHaveLength(12);
    const twins = await importFile('name,host,objects,address\n');
    expect([twins.status, twins.body.errors]).toEqual([
      422,
      [{ pointer: '', message: 'The file must not have two columns for host: see columns 2 and 4' }],
    ]);
  });

  test('an exported table runs nothing in a spreadsheet, and imports again letter for letter', async () => {
    const names = ['=1+1', 'x;=cmd', `a,"b";"-c"`, "'=quoted", '@a;+b', '{"[%]'];
    for (const name of names) expect((await post({ name, username: name, password: name })).status).toBe(201);
    const download = async () => (await fetch(`${exporter.dashboardUrl}/api/export?format=csv`)).text();
    const text = await download();
    expect(text).not.toMatch(/(^|[;\n])"*[=+\-@]/);
    for (const { id } of (await stored()).filter(({ id }) => id > 2))
      await exporter.api('DELETE', `/api/connections/${id}`);
    expect((await importFile(text)).body).toMatchObject({ imported: names.length });
    expect(await download()).toBe(text);
  });

  test('YAML may have several documents, and its errors have a line and a column', async () => {
    const entry = (name: string) => JSON.stringify(unreachable(name));
    const text = `---\n- ${entry('Y1')}\n---\n# nothing\n---\nconnections: [${entry('Y2')}]\n---\n${entry('Y3').replace('{', '{enabled: no, ').replace('"enabled":false,', '').replace(',"enabled":false', '')}\n`;
    expect((await importFile(text, 'application/yaml')).body).toMatchObject({ imported: 3, refused: 0 });
    const faulty = await importFile(`- name: a\n---\n- name: {{ host }}\n`, 'application/yaml');
    expect([faulty.status, faulty.body.detail]).toEqual([400, 'The file is not YAML: see line 3, column 10.']);
  });
});
