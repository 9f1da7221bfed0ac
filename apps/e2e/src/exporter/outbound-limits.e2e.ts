import { expect, test } from '@playwright/test';
import { startFleet, type Fleet, type SimulatedDevice } from '@snp/simulator';
import { once, setMaxListeners } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { unreachable, type ConnectionBody } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { ROOT } from '../support/workspace';

interface State {
  readonly status: string;
  readonly reason: string;
}

interface Step {
  readonly step: string;
  readonly ok: boolean;
  readonly duration_ms: number;
  readonly error: string | null;
}

let exporter: Exporter;
let fleet: Fleet;

test.beforeEach(async () => {
  fleet = await startFleet({ devices: 3 });
  const nameServer = join(ROOT, 'apps/e2e/src/support/name-server.cjs');
  exporter = await Exporter.start({ environment: { NODE_OPTIONS: `--require ${nameServer}` } });
});

test.afterEach(async () => {
  await exporter.stop();
  await fleet.close();
});

const objects_ids = [{ elementIP: '127.0.0.1', objectType: 'ptp' }];
const bodyFor = ({ settings }: SimulatedDevice, more: Partial<ConnectionBody> = {}): ConnectionBody => ({
  ...settings,
  objects_ids,
  enabled: true,
  ...more,
});

/** The addresses of a device with another host in them. */
function at(host: string, { settings }: SimulatedDevice): Pick<ConnectionBody, 'restapi' | 'websocket'> {
  const moved = (url: string) => url.replace(/(?<=:\/\/)[^:/]+/, host);
  return { restapi: moved(settings.restapi), websocket: moved(settings.websocket) };
}

async function create(body: ConnectionBody): Promise<number> {
  const created = await exporter.api<{ id: number }>('POST', '/api/connections', body);
  expect(created.status).toBe(201);
  return created.body.id;
}

/** Waits for a state, by its word or by a part of its reason. */
async function reaches(id: number, wanted: string): Promise<void> {
  let state: State | undefined;
  await eventually(
    async () => {
      state = (await exporter.api<State>('GET', `/api/connections/${id}`)).body;
      return state.status === wanted || state.reason.includes(wanted);
    },
    () => `"${wanted}", but it is ${JSON.stringify(state)}`,
  );
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A test or discovery by a client with an address of its own. */
function act(action: 'test' | 'discover', body: object, client = '127.0.0.1', signal?: AbortSignal): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const options = { method: 'POST', headers, localAddress: client, signal };
    const asking = request(`${exporter.dashboardUrl}/api/connections/${action}`, options, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => (text += piece.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    asking.on('error', reject);
    asking.end(JSON.stringify(body));
  });
}

test('a name server that never answers holds up no other name, for sessions and for people', async () => {
  const [device] = fleet.devices;
  const dead = Array.from({ length: 200 }, (_, nr) =>
    unreachable(`dead ${nr}`, { ...at(`snp-${nr}.dead.test`, device), enabled: true }),
  );
  expect((await exporter.api('POST', '/api/import', { connections: dead })).status).toBe(200);
  const tests = Array.from({ length: 5 }, (_, nr) =>
    act('test', bodyFor(device, at(`test-${nr}.dead.test`, device)), '127.0.0.2'),
  );

  const id = await create(bodyFor(device, { name: 'by name', ...at('snp-1.plant.test', device) }));
  await reaches(id, 'connected');
  const local = JSON.parse((await act('test', bodyFor(device, at('localhost', device)))).body) as { steps: Step[] };
  expect(local.steps[0]).toMatchObject({ step: 'resolve', ok: true });
  expect(local.steps[0]?.duration_ms).toBeLessThan(2_000);

  const ended = (await Promise.all(tests)).map(({ body }) => (JSON.parse(body) as { steps: Step[] }).steps.at(-1));
  expect(ended.map((step) => `${step?.step}: ${step?.error}`)).toEqual(
    Array(5).fill('resolve: host name not resolved within 10 s'),
  );
});

test('nobody can guess a password by editing or testing a connection, and a corrected one is tried at once', async () => {
  const [device] = fleet.devices;
  const body = bodyFor(device, { password: 'wrong 0' });
  const id = await create(body);
  const refused = async (times: number) => {
    await eventually(
      () => device.counters.refusals === times,
      () => `${times} refusals`,
    );
    await reaches(id, 'device refused the password (401)');
  };
  await refused(1);
  const put = async (password: string) => {
    expect((await exporter.api('PUT', `/api/connections/${id}`, { ...body, password })).status).toBe(200);
  };
  await put(device.settings.password);
  await reaches(id, 'connected');
  for (let nr = 1; nr < 5; nr++) {
    await put(`wrong ${nr}`);
    await refused(nr + 1);
  }
  for (let nr = 5; nr < 10; nr++) {
    const { status, body: tested } = await act('test', { ...body, password: `wrong ${nr}` });
    expect([status, tested]).toEqual([200, expect.stringContaining('device refused the password (401)')]);
  }

  for (const action of ['test', 'discover'] as const) {
    const answer = await act(action, { ...body, password: 'wrong 10' }, '127.0.0.2');
    expect([answer.status, answer.headers['content-type']]).toEqual([
      429,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(300);
    expect(answer.body).toContain('The device refused 10 passwords within 10 minutes. Try again in');
  }
  await put('wrong 11');
  await reaches(id, 'password not tried: the device refused 10 passwords within 10 minutes');
  const other = await create(
    bodyFor(device, { name: 'alias', ...at('snp-1.plant.test', device), password: 'wrong 12' }),
  );
  await reaches(other, 'password not tried');
  expect(device.counters.refusals).toBe(10);

  const [, neighbour] = fleet.devices;
  await reaches(await create(bodyFor(neighbour)), 'connected');
});

test('a client starts ten tests or discoveries a minute, and all clients together have ten in progress', async () => {
  const open = new Set<Socket>();
  let most = 0;
  const server = createServer((socket) => {
    most = Math.max(most, open.add(socket).size);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    socket.resume();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const leaving = new AbortController();
  setMaxListeners(30, leaving.signal);
  const statuses: number[] = [];
  const asked = Array.from({ length: 30 }, (_, nr) => {
    const websocket = `wss://127.0.2.${nr}/smm`;
    const silent = unreachable(`silent ${nr}`, { restapi: `https://127.0.0.1:${port}/api/auth`, websocket });
    const action = nr % 2 === 0 ? 'test' : 'discover';
    return act(action, silent, `127.0.0.${2 + (nr % 3)}`, leaving.signal).then(
      ({ status }) => statuses.push(status),
      () => undefined,
    );
  });
  await eventually(
    () => statuses.length >= 20,
    () => 'twenty answers',
  );
  expect(most).toBeLessThanOrEqual(10);
  expect(statuses).toContain(429);
  leaving.abort();
  await Promise.all(asked);
  await eventually(
    () => open.size === 0,
    () => 'the exporter to hang up',
  );
  server.close();

  const answered = async (client: string) => (await act('test', unreachable('x'), client)).status;
  await eventually(
    async () => (await answered('127.0.0.9')) !== 429,
    () => 'a place for another client',
  );
  const inTurn: number[] = [];
  for (let nr = 0; nr < 11; nr++) inTurn.push(await answered('127.0.0.5'));
  expect(inTurn).toEqual([...Array<number>(10).fill(200), 429]);
  const { headers, body } = await act('discover', unreachable('x'), '127.0.0.5');
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(body).toContain('You started 10 connection tests or discoveries within a minute. Try again in');
  expect(await answered('127.0.0.6')).toBe(200);
});
