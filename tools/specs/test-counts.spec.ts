import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What `npm test` prints at the end when it runs only these tests. */
function closingLineOf(call: string): string {
  const script = `
    import { closingLine, endToEndTests, unitTests } from './tools/lib/tests.mjs';
    console.log('\\n' + closingLine([await ${call}]));`;
  // Playwright refuses to run inside Jest, which it tells by this variable.
  const { JEST_WORKER_ID: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...env, FORCE_COLOR: '0' },
  });
  return stdout.trimEnd().split('\n').at(-1) ?? stderr;
}

describe('the last line of npm test', () => {
  it('counts every unit test whatever the failing ones throw, and a file that fails as a whole as one', () => {
    const call = `unitTests('tmp/test-results/failing-jest.json', ['--config', 'tools/specs/failing/jest.config.cjs'])`;
    expect(closingLineOf(call)).toBe('4 passed, 19 failed, 2 skipped');
  });

  it('counts every end-to-end test whatever the failing ones do', () => {
    const config = 'tools/specs/failing/end-to-end/playwright.config.ts';
    const call = `endToEndTests('tmp/test-results/failing-e2e.json', ['--config', '${config}'])`;
    expect(closingLineOf(call)).toBe('2 passed, 3 failed, 1 skipped');
  });

  it('counts a runner that cannot start as one failure', () => {
    const call = `unitTests('tmp/test-results/no-jest.json', ['--config', 'there-is-no-such-file.cjs'])`;
    expect(closingLineOf(call)).toBe('0 passed, 1 failed');
  });
});
