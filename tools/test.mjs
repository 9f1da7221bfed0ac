import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run, say } from './lib/run.mjs';
import { installSystemPrograms } from './lib/system-programs.mjs';
import { install, nx } from './lib/workspace.mjs';

const RESULTS = 'tmp/test-results';

await install();
await installSystemPrograms();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const totals = { passed: 0, failed: 0, skipped: 0 };

say('Lint, types and builds');
const isSound = (await nx('run-many', '-t', 'lint', 'typecheck', 'build', '--output-style=stream')) === 0;
totals[isSound ? 'passed' : 'failed'] += 1;

say('Tests of the parts');
const jestCode = await run(process.execPath, [
  '--expose-gc',
  'node_modules/jest/bin/jest.js',
  '--ci',
  '--maxWorkers=2',
  // Machines are shared: a figure is measured by the bench, a test may wait.
  '--testTimeout=30000',
  '--json',
  `--outputFile=${RESULTS}/jest.json`,
  '--reporters=default',
]);
count(`${RESULTS}/jest.json`, jestCode, (jest) => ({
  passed: jest.numPassedTests,
  // A file that could not be loaded has no tests that could fail.
  failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
  skipped: jest.numPendingTests + jest.numTodoTests,
}));

say('Tests of the whole');
const endToEndCode = await run(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/e2e/playwright.config.ts'],
  { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${RESULTS}/e2e.json` } },
);
count(`${RESULTS}/e2e.json`, endToEndCode, ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}));

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Adds up what a runner reports; a runner that failed without a failed test counts as one. */
function count(file, code, read) {
  let seen = { passed: 0, failed: 0, skipped: 0 };
  try {
    seen = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`The results in ${file} could not be read: ${error.message}`);
    seen.failed = 1;
  }
  if (code !== 0 && seen.failed === 0) seen.failed = 1;
  for (const key of Object.keys(totals)) totals[key] += seen[key];
}
