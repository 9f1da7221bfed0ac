import { expect, test } from '@playwright/test';
import { get } from 'node:http';
import { unreachable } from '../support/connections';
import { Exporter } from '../support/exporter';
import { mostResidentMiB, residentMiB } from '../support/memory';
import { RawClients, rawRequest } from '../support/raw-clients';

/** Of so many connections with so many objects, a list has 12 MiB. */
const CONNECTIONS = 2_000;
const OBJECTS = 80;
const PATHS = ['/api/connections', '/api/export'];
/** 128 MiB that may be held, and what the answers that are being made take. */
const MORE_MIB = 400;
const IDLE = 40;
const HONEST = 10;

const objects_ids = Array.from({ length: OBJECTS }, (_, at) => ({
  elementIP: '127.0.0.1',
  objectType: 'procChannelHD',
  objectId: `A-HD-${at}`,
}));

/** Reads an answer to its end, on a connection of its own. @returns status and bytes */
function read(url: string): Promise<{ status: number | undefined; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => (bytes += piece.length)).on('error', reject);
      response.once('end', () => resolve({ status: response.statusCode, bytes }));
    }).once('error', reject);
  });
}

test.describe('answers that clients do not read', () => {
  let exporter: Exporter;

  test.beforeAll(async () => {
    exporter = await Exporter.start({ environment: { LOGGING: 'WARNING' } });
    const connections = Array.from({ length: CONNECTIONS }, (_, at) => unreachable(`SNP ${at}`, { objects_ids }));
    const { status } = await exporter.api('POST', '/api/import', { connections });
    expect(status).toBe(200);
  });

  test.afterAll(async () => {
    await exporter.stop();
  });

  test('a hundred requests at once for what is not there cost no memory, on the metrics port', async () => {
    const before = residentMiB(exporter);
    const most = await mostResidentMiB(exporter, async () => {
      const url = `${exporter.metricsUrl}/probe?target=nobody`;
      const answers = await Promise.all(Array.from({ length: 100 }, () => read(url)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    });
    expect(most - before).toBeLessThan(MORE_MIB / 2);
  });

  test('lists and exports hold bounded memory, and those that read get theirs', async () => {
    const urls = PATHS.map((path) => `${exporter.dashboardUrl}${path}`);
    const sizes: number[] = [];
    for (const url of urls) sizes.push((await read(url)).bytes);
    expect(Math.min(...sizes)).toBeGreaterThan(10 * 2 ** 20);
    const before = residentMiB(exporter);
    const idle = new RawClients(exporter.dashboardUrl);
    const most = await mostResidentMiB(exporter, async () => {
      await Promise.all(PATHS.map((path) => idle.open(IDLE / PATHS.length, rawRequest(path))));
      const answers = await Promise.all(Array.from({ length: HONEST }, (_, at) => read(urls[at % urls.length] ?? '')));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(answers.map(({ bytes }) => bytes)).toEqual(answers.map((_, at) => sizes[at % sizes.length]));
    });
    idle.destroy();
    expect(most - before).toBeLessThan(MORE_MIB);
  });
});
