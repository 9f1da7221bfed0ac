import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const JEST_RUNNER = fileURLToPath(new URL('jest-runner.cjs', import.meta.url));

/**
 * Runs the unit tests.
 * @param {string} results where Jest writes its results
 * @param {string[]} options more options for Jest
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function unitTests(results, options = []) {
  makeRoomFor(results);
  const code = await run(process.execPath, [
    '--expose-gc',
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--maxWorkers=2',
    `--testRunner=${JEST_RUNNER}`,
    '--json',
    `--outputFile=${results}`,
    '--reporters=default',
    ...options,
  ]);
  return count(results, code, (jest) => ({
    passed: jest.numPassedTests,
    // A file that could not be loaded, or whose process crashed, has no tests that could fail.
    failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
    skipped: jest.numPendingTests + jest.numTodoTests,
  }));
}

/**
 * Runs the end-to-end tests.
 * @param {string} results where Playwright writes its results
 * @param {string[]} options more options for Playwright
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function endToEndTests(results, options) {
  makeRoomFor(results);
  const code = await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...options], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: results },
  });
  return count(results, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

/** The last line of `npm test`. */
export function closingLine(counts) {
  const { passed, failed, skipped } = total(counts);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export function total(counts) {
  const sum = (key) => counts.reduce((all, each) => all + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** A runner that writes nothing must not be counted by the results of an earlier run. */
function makeRoomFor(results) {
  mkdirSync(dirname(results), { recursive: true });
  rmSync(results, { force: true });
}

/** What a runner reports; a runner that failed without a failed test counts as one. */
function count(results, code, read) {
  let seen = { passed: 0, failed: 0, skipped: 0 };
  try {
    seen = read(JSON.parse(readFileSync(results, 'utf8')));
  } catch (error) {
    console.error(`The results in ${results} could not be read: ${error.message}`);
  }
  return code !== 0 && seen.failed === 0 ? { ...seen, failed: 1 } : seen;
}
