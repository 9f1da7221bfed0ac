import { mkdirSync, rmSync } from 'node:fs';
import { answers, Programs } from './lib/programs.mjs';
import { say } from './lib/run.mjs';
import { build, install } from './lib/workspace.mjs';

const uiPort = process.env.UI_PORT || '8080';
const metricsPort = process.env.METRICS_PORT || '8000';
const folder = 'tmp/demo';

await install();
await build('server', 'dashboard', 'simulator-cli');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const programs = new Programs();
say('Starting the exporter on a fresh database');
programs.start('exporter', 'dist/apps/server/main.js', [], { DB_PATH: `${folder}/connections.db` });
if (!(await answers(`http://127.0.0.1:${metricsPort}/-/ready`))) await programs.end(1);

say('Starting eight simulated devices and adding them to the exporter');
const args = process.argv.slice(2);
const devices = args.includes('--devices') ? [] : ['--devices', '8'];
programs.start('simulator', 'dist/apps/simulator/main.js', [
  ...devices,
  '--register',
  `http://127.0.0.1:${uiPort}`,
  ...args,
]);

const connected = async () =>
  (await (await fetch(`http://127.0.0.1:${uiPort}/api/connections`)).json()).filter(
    ({ status }) => status === 'connected',
  ).length;
for (const end = Date.now() + 30_000; Date.now() < end && (await connected()) < 8;) {
  await new Promise((resolve) => setTimeout(resolve, 250));
}

console.log(`
  Dashboard           http://localhost:${uiPort}/
  Metrics             http://localhost:${metricsPort}/metrics
  API documentation   http://localhost:${uiPort}/api/docs

  ${await connected()} devices connected. Ctrl-C ends everything.
`);
