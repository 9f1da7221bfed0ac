import { expect, test } from '@playwright/test';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { residentMiB } from '../support/memory';
import { RawClients } from '../support/raw-clients';

const CLIENTS = 400;
/** All but the end of the largest body that is read. */
const HELD_BACK =
  'POST /api/connections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n' +
  ' '.repeat(1_000_000);

test('29: 400 clients that hold back the end of a large body cost little memory and keep nobody from a change', async () => {
  const exporter = await Exporter.start();
  const clients = new RawClients(exporter.dashboardUrl);
  try {
    const before = residentMiB(exporter);
    await clients.open(CLIENTS, HELD_BACK);
    await eventually(
      () => clients.sockets.every(({ destroyed, writableLength }) => destroyed || writableLength === 0),
      () => 'all that is to come to be sent',
    );
    const { status } = await exporter.api('POST', '/api/connections', unreachable('MCR 1'));
    expect(status).toBe(201);
    expect(residentMiB(exporter) - before).toBeLessThan(300);
  } finally {
    clients.destroy();
    await exporter.stop();
  }
});

test('29: of many large requests at once some are handled and the others are told to come again', async () => {
  const exporter = await Exporter.start();
  try {
    const objects = Array.from({ length: 5_000 }, (_, at) => ({ objectType: 'ptp', objectId: `${at}`.padStart(100) }));
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        exporter.api('POST', '/api/connections', { ...unreachable(`MCR ${at}`), objects_ids: objects }),
      ),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(JSON.stringify(busy[0])).toContain('Too many large requests');
    expect(answers.filter(({ status }) => status === 201).length).toBe(answers.length - busy.length);
    const { body } = await exporter.api('GET', '/api/connections');
    expect(body).toHaveLength(answers.length - busy.length);
  } finally {
    await exporter.stop();
  }
});
