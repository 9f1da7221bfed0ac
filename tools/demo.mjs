import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answers, Programs } from './lib/programs.mjs';
import { say } from './lib/run.mjs';
import { build, install } from './lib/workspace.mjs';

const uiPort = process.env.UI_PORT || '8080';
const metricsPort = process.env.METRICS_PORT || '8000';
const folder = 'tmp/demo';

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { devices: { type: 'string', default: '8' } }, strict: false });
const devices = Number(String(values.devices)); // True without a value.
if (!Number.isInteger(devices) || devices < 1) {
  console.error(`--devices must be a whole number from 1, not "${values.devices}"`);
  process.exit(1);
}

await install();
await build('server', 'dashboard', 'simulator-cli');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const programs = new Programs();
say('Starting the exporter with an empty database');
programs.start('exporter', 'dist/apps/server/main.js', [], { DB_PATH: `${folder}/connections.db` });
if (!(await answers(`http://127.0.0.1:${metricsPort}/-/ready`))) await programs.end(1);

say(`Starting ${devices} simulated devices and adding them to the exporter`);
programs.start('simulator', 'dist/apps/simulator/main.js', [
  ...['--devices', String(values.devices), '--register', `http://127.0.0.1:${uiPort}`],
  ...args,
]);

const end = Date.now() + 30_000 + devices * 100;
let connected = 0;
while (connected < devices && Date.now() < end) {
  await new Promise((resolve) => setTimeout(resolve, 250));
  connected = await fetch(`http://127.0.0.1:${uiPort}/api/connections?status=connected&limit=1`).then(
    ({ headers }) => Number(headers.get('x-total-count')),
    () => 0, // Ctrl-C has been pressed meanwhile.
  );
}

console.log(`
  Dashboard           http://localhost:${uiPort}/
  Metrics             http://localhost:${metricsPort}/metrics
  API documentation   http://localhost:${uiPort}/api/docs

  ${connected} of ${devices} devices are connected. Press Ctrl-C to stop.
`);
