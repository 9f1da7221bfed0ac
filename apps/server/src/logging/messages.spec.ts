import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const OPERATIONS = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');

const CALL = /\blogger\.(?:warn|error|fatal)\(\s*'([^']+)'|new Logger\([^)]*\)\.(?:warn|error|fatal)\(\s*'([^']+)'/g;

/** What the exporter can log as a warning or an error: the simulator has a log of its own. */
function messages(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter(({ name, parentPath }) => /(?<!\.spec)\.ts$/.test(name) && !/simulator|testing/.test(parentPath))
    .flatMap(({ name, parentPath }) => [...readFileSync(join(parentPath, name), 'utf8').matchAll(CALL)])
    .map(([, message, other]) => message ?? other ?? '');
}

it('every warning and error that can be logged is explained to who operates the exporter', () => {
  const all = new Set([...messages('libs'), ...messages('apps/server/src')]);
  expect(all.size).toBeGreaterThan(10);
  expect([...all].filter((message) => !OPERATIONS.includes(`\`${message}\``))).toEqual([]);
});
