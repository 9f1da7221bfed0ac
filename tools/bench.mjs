// npm run bench: figures of decoding and rendering; npm run bench -- fleet: those of the whole program.
import { cpus, totalmem } from 'node:os';
import { mkdirSync } from 'node:fs';
import { fail, run, say } from './lib/run.mjs';
import { build, install } from './lib/workspace.mjs';

const SUITES = {
  core: ['libs/catalogue/bench/decode.bench.ts', 'libs/exposition/bench/exposition.bench.ts'],
  fleet: ['apps/e2e/bench/fleet.bench.ts'],
};

const [suite = 'core', ...rest] = process.argv.slice(2);
if (!SUITES[suite]) fail(`There is no bench "${suite}"; there are ${Object.keys(SUITES).join(', ')}.`);

await install();
if (suite !== 'core') await build('server', 'dashboard', 'simulator-cli');
const { bundle } = await import('./lib/bundle.mjs');

const memory = (totalmem() / 2 ** 30).toFixed(0);
console.log(
  `${cpus().length} × ${cpus()[0].model}, ${memory} GiB, Node ${process.versions.node}, V8 ${process.versions.v8}`,
);
mkdirSync('tmp/bench', { recursive: true });
for (const file of SUITES[suite]) {
  say(file);
  const bundled = `tmp/bench/${file.replaceAll('/', '-').replace(/\.ts$/, '.cjs')}`;
  await bundle(file, bundled);
  const code = await run(process.execPath, [
    '--expose-gc',
    '--enable-source-maps',
    'tools/lib/bench-runner.cjs',
    bundled,
    ...rest,
  ]);
  if (code !== 0) process.exitCode = code;
}
