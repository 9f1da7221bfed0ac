// npm run bench: figures of decoding and rendering; -- fleet: those of the whole program; -- dashboard: of a browser.
import { measure } from './lib/measure.mjs';
import { fail } from './lib/run.mjs';
import { installSystemPrograms } from './lib/system-programs.mjs';
import { build, install } from './lib/workspace.mjs';

const SUITES = {
  core: ['libs/catalogue/bench/decode.bench.ts', 'libs/exposition/bench/exposition.bench.ts'],
  fleet: ['apps/e2e/bench/fleet.bench.ts'],
  dashboard: ['apps/e2e/bench/dashboard.bench.ts'],
};

const [suite = 'core', ...rest] = process.argv.slice(2);
if (!SUITES[suite]) fail(`There is no bench "${suite}"; there are ${Object.keys(SUITES).join(', ')}.`);

await install();
if (suite === 'dashboard') await installSystemPrograms();
if (suite !== 'core') await build('server', 'dashboard', 'simulator-cli');
await measure(SUITES[suite], rest);
