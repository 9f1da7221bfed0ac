// npm test: everything that is checked, in parts; the last line says how many checks passed and failed.
import { say } from './lib/run.mjs';
import { installSystemPrograms } from './lib/system-programs.mjs';
import { closingLine, endToEndTests, total, unitTests } from './lib/tests.mjs';
import { install, nx } from './lib/workspace.mjs';

const RESULTS = 'tmp/test-results';

const started = performance.now();
await install();
await installSystemPrograms();

const parts = [
  await part('Lint, types and builds', lintAndBuild),
  await part('Unit tests', () => unitTests(`${RESULTS}/jest.json`)),
  await part('End-to-end tests', () => endToEndTests(`${RESULTS}/program.json`, endToEnd('program'))),
  await part('npm start and demo', () => endToEndTests(`${RESULTS}/building.json`, endToEnd('building'))),
];

say('Time taken');
for (const { name, seconds } of [...parts, { name: 'Total', seconds: secondsSince(started) }]) {
  console.log(`  ${name.padEnd(24)}${duration(seconds)}`);
}
const counts = parts.map((each) => each.counts);
console.log(`\n${closingLine(counts)}`);
process.exitCode = total(counts).failed > 0 ? 1 : 0;

async function part(name, runPart) {
  say(name);
  const began = performance.now();
  const counts = await runPart();
  return { name, counts, seconds: secondsSince(began) };
}

/** Options for one of Playwright's projects. */
function endToEnd(project) {
  return ['--config', 'apps/e2e/playwright.config.ts', '--project', project];
}

/** Counts as one check. */
async function lintAndBuild() {
  const code = await nx('run-many', '-t', 'lint', 'typecheck', 'build', '--output-style=stream');
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function secondsSince(began) {
  return Math.round((performance.now() - began) / 1_000);
}

function duration(seconds) {
  return `${String(Math.floor(seconds / 60)).padStart(2)} min ${String(seconds % 60).padStart(2)} s`;
}
