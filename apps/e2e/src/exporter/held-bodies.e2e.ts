import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { unreachable } from '../support/connections';
import { eventually } from '../support/eventually';
import { Exporter } from '../support/exporter';
import { RawClients } from '../support/slow-clients';

const CLIENTS = 400;
/** All but the end of the largest body that is read. */
const HELD_BACK =
  'POST /api/connections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n' +
  ' '.repeat(1_000_000);

function residentMiB({ process: { pid } }: Exporter): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

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
