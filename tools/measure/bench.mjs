// npm run bench: decoding and rendering; -- fleet: the whole program; -- dashboard: the dashboard in a browser;
// -- hostile: imports that are made to stop the exporter, and clients that do not read their answers.
import { measure } from '../lib/measure.mjs';
import { fail } from '../lib/run.mjs';
import { installSystemPrograms } from '../lib/system-programs.mjs';
import { build, install } from '../lib/workspace.mjs';

const SUITES = {
  core: ['libs/catalogue/bench/decode.bench.ts', 'libs/exposition/bench/exposition.bench.ts'],
  fleet: ['apps/e2e/bench/fleet.bench.ts'],
  dashboard: ['apps/e2e/bench/dashboard.bench.ts'],
  hostile: ['apps/e2e/bench/hostile.bench.ts'],
};

const [suite = 'core', ...rest] = process.argv.slice(2);
if (!SUITES[suite]) fail(`Unknown bench "${suite}". Choose one of: ${Object.keys(SUITES).join(', ')}.`);

await install();
if (suite === 'dashboard') await installSystemPrograms();
if (suite !== 'core') await build('server', 'dashboard', 'simulator-cli');
await measure(SUITES[suite], rest);
