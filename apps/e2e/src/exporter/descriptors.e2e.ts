import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { RawClients, statusAtOnce } from '../support/raw-clients';

const LIMIT = 256;
const DEVICES = 300;

test.describe('300 devices at 256 file descriptors', () => {
  test.skip(!existsSync('/proc/self/fd'), 'this system does not tell about file descriptors');
  let exporter: Exporter;
  let silent: Server;
  const sockets = new Set<Socket>();

  test.beforeAll(async () => {
    // Devices that take every connection and say nothing: each attempt keeps a descriptor until its deadline.
    silent = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    });
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    exporter = await Exporter.start({ descriptors: LIMIT, environment: { MAX_CONCURRENT_HANDSHAKES: '1000' } });
    const { port } = silent.address() as AddressInfo;
    const connections = Array.from({ length: DEVICES }, (_, at) => ({
      ...unreachable(`SNP ${at}`, { enabled: true }),
      restapi: `https://127.0.0.1:${port}`,
      websocket: `wss://127.0.0.1:${port}/smm`,
    }));
    expect((await exporter.api('POST', '/api/import', { version: '1.0', connections })).status).toBe(200);
  });

  test.afterAll(async () => {
    await exporter.stop();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  const own = async (name: string) =>
    Number(new RegExp(`^${name} (\\d+)`, 'm').exec(await exporter.scrape('/metrics?collect[]=exporter'))?.[1]);

  test('are warned about, with what is needed and how to raise the limit', async () => {
    await eventually(
      () => exporter.log.includes('too few file descriptors for the fleet'),
      () => 'the warning',
    );
    expect(exporter.log).toMatch(/for the fleet limit=256 needed=[67]\d\d devices=300 remedy=".*LimitNOFILE/);
    expect(await own('process_max_fds')).toBe(LIMIT);
  });

  test('leave a reserve, so that both ports answer, files are served and changes are stored', async () => {
    await eventually(
      () => exporter.log.includes('device connections refused: too few file descriptors'),
      () => 'the devices to want more than there is',
    );
    for (let round = 0; round < 5; round++) {
      expect(LIMIT - (await own('process_open_fds'))).toBeGreaterThan(40);
      for (const url of [
        `${exporter.metricsUrl}/metrics`,
        exporter.dashboardUrl,
        `${exporter.dashboardUrl}/api/fleet`,
      ]) {
        expect(await statusAtOnce(url)).toBe(200);
      }
    }
    expect((await exporter.api('POST', '/api/connections', unreachable('another'))).status).toBe(201);
    const { body } = await exporter.api<{ health: { reason: string } }[]>('GET', '/api/fleet');
    expect(JSON.stringify(body)).toContain('too many open files');
  });

  test('and 300 clients of half a request keep nobody out', async () => {
    const clients = [new RawClients(exporter.metricsUrl), new RawClients(exporter.dashboardUrl)];
    try {
      await Promise.all(clients.map((each) => each.open(150, 'GET / HTTP/1.1\r\nHost: ')));
      for (const url of [`${exporter.metricsUrl}/metrics`, `${exporter.dashboardUrl}/api/connections`]) {
        expect(await statusAtOnce(url)).toBe(200);
      }
      expect(exporter.process.exitCode).toBeNull();
      expect(exporter.log).not.toMatch(/EMFILE|ERROR/);
    } finally {
      for (const each of clients) each.destroy();
    }
  });
});
