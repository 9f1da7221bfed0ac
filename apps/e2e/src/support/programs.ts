import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts servers; it is not on the path of every user. */
const SERVERS = '/usr/sbin';

function onPath(program: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), SERVERS]
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** Where the programs are that these tests use beside Node; `undefined` where they are not installed. */
export const chromiumPath = onPath('chromium');
export const prometheusPath = onPath('prometheus');
export const promtoolPath = onPath('promtool');
export const nginxPath = onPath('nginx');

/** Debian's Chromium as root in a container: no sandbox, no graphics card, nothing looked up outside. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
