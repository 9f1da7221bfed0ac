import { expect, test } from '@playwright/test';
import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';

interface Shown {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly reason: string;
}

const FAULTS: Readonly<Record<string, Misbehaviour>> = {
  login: { kind: 'slow', at: 'auth', ms: 8_500 },
  handshake: { kind: 'slow', at: 'tls', ms: 3_500 },
  accept: { kind: 'bad-upgrade', answer: 'wrong-accept' },
  extension: { kind: 'bad-upgrade', answer: 'extension' },
  lineFeeds: { kind: 'bare-lf' },
  split: { kind: 'split-picture', after_ms: 500 },
};
const SLOW = ['login', 'handshake'];
const OBJECTS = [
  { elementIP: '127.0.0.1', objectType: 'ptp' },
  { elementIP: '127.0.0.1', objectType: 'system' },
];
const WAY_OUT = 'update the device, or set LEGACY_TLS=true and select legacy TLS for this connection';

test.describe('slow and old devices', () => {
  let folder: string;
  let exporter: Exporter;
  let fleet: Fleet;
  let oldFleet: Fleet;
  const reasons = new Set<string>();

  const add = (name: string, device: SimulatedDevice, more: object = {}) =>
    exporter.api('POST', '/api/connections', { ...device.settings, name, objects_ids: OBJECTS, ...more });
  const shown = async (name: string): Promise<Shown | undefined> => {
    const { body } = await exporter.api<Shown[]>('GET', '/api/connections');
    for (const each of body) reasons.add(`${each.name}: ${each.reason}`);
    return body.find((each) => each.name === name);
  };
  const becomes = (name: string, status: string) =>
    eventually(
      async () => (await shown(name))?.status === status,
      () => `${name} to be ${status}; seen: ${[...reasons].join('\n')}`,
    );

  /** Whether a connection test succeeds. */
  const testOf = async (body: object): Promise<boolean> => {
    const response = await fetch(`${exporter.dashboardUrl}/api/connections/test`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await response.json()) as { ok: boolean }).ok;
  };
  let slowTest: Promise<boolean>;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snp-old-'));
    exporter = await Exporter.start({
      databasePath: join(folder, 'connections.db'),
      environment: { LEGACY_TLS: 'true' },
    });
    fleet = await startFleet({ devices: Object.keys(FAULTS).length + 1, updatesPerSecond: 0 });
    fleet.devices[6].misbehave(FAULTS.login);
    oldFleet = await startFleet({ devices: 2, firstDevice: 50, tlsVersion: 'TLSv1' });
    for (const [at, [name, fault]] of Object.entries(FAULTS).entries()) {
      fleet.devices[at].misbehave(fault);
      await add(name, fleet.devices[at]);
    }
    // Under way while the others are looked at, since it takes as long as the login.
    slowTest = testOf({ ...fleet.devices[6].settings, objects_ids: OBJECTS });
    await add('old', oldFleet.devices[0]);
    await add('old, permitted', oldFleet.devices[1], { legacy_tls: true });
  });

  test.afterAll(async () => {
    await exporter.stop();
    await fleet.close();
    await oldFleet.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a login that takes longer than the first try is ended on the device too', async () => {
    const [device] = fleet.devices;
    await eventually(
      async () => (await shown('login'))?.reason === 'no answer to the login within 8 s' && device.sockets === 0,
      () => 'the first login to be given up, and its connection to be gone from the device',
    );
    expect(device.counters.sessions).toBe(0);
  });

  test('an old device is in error with a reason that says what it speaks and what helps', async () => {
    await becomes('old', 'error');
    const reason = `REST address offers only TLS 1.0 or 1.1, which is not secure: ${WAY_OUT}`;
    expect((await shown('old'))?.reason).toBe(reason);
  });

  test('an old device is connected with legacy TLS, and its neighbour is not', async () => {
    await becomes('old, permitted', 'connected');
    expect((await shown('old'))?.status).toBe('error');
  });

  test('the connection test of an old device needs legacy TLS as well', async () => {
    const { name, restapi, websocket, username, password } = oldFleet.devices[1].settings;
    const body = { name, restapi, websocket, username, password, objects_ids: OBJECTS };
    expect([await testOf(body), await testOf({ ...body, legacy_tls: true })]).toEqual([false, true]);
  });

  test('a WebSocket that is answered wrongly says what is wrong', async () => {
    await becomes('accept', 'error');
    await becomes('extension', 'error');
    expect((await shown('accept'))?.reason).toContain('wrong Sec-WebSocket-Accept');
    expect((await shown('extension'))?.reason).toContain('the extension "permessage-deflate", which was not requested');
  });

  test('a device whose headers end in line feeds alone is connected', () => becomes('lineFeeds', 'connected'));

  test('a picture in two messages brings the objects of both', async () => {
    await becomes('split', 'connected');
    await eventually(
      async () => {
        const text = await exporter.scrape();
        const of = (name: string) => text.includes(`${name}{target="split"`);
        return of('ic_snp_ptp_status') && of('ic_snp_mainboard_temperature');
      },
      () => 'the values of both halves',
    );
  });

  test('the connection test of a slow device succeeds', async () => {
    expect(await slowTest).toBe(true);
  });

  for (const name of SLOW) {
    test(`a device whose ${name} takes longer than a first try may is connected within a few tries`, async () => {
      await becomes(name, 'connected');
      const text = await exporter.scrape();
      const tries = [...text.matchAll(new RegExp(`ic_snp_session_disconnects_total{target="${name}".*} (\\d+)`, 'g'))];
      expect(tries.reduce((sum, [, count]) => sum + Number(count), 0)).toBeLessThanOrEqual(3);
    });
  }

  test('without LEGACY_TLS the field is refused, and a stored connection says why it does not run', async () => {
    await exporter.stop();
    exporter = await Exporter.start({ databasePath: join(folder, 'connections.db') });
    const { status, body } = await exporter.api<{ errors: object[] }>('POST', '/api/connections', {
      ...{ ...oldFleet.devices[1].settings, name: 'another', objects_ids: OBJECTS, legacy_tls: true },
    });
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/legacy_tls' }]]);
    await becomes('old, permitted', 'error');
    expect((await shown('old, permitted'))?.reason).toContain('start the exporter with LEGACY_TLS=true');
  });
});
