// npm run screenshots [-- VIEW… --devices N --theme T --size S]: screenshots of every view in tmp/screenshots;
// those that the documentation shows are copied to docs/images.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { installSystemPrograms } from '../lib/system-programs.mjs';
import { build, install } from '../lib/workspace.mjs';

const several = { type: 'string', multiple: true, default: [] };
const { values, positionals } = parseArgs({
  options: { devices: several, theme: several, size: several },
  allowPositionals: true,
});

await install();
await installSystemPrograms();
await build('server', 'dashboard');
const { bundle } = await import('../lib/bundle.mjs');

mkdirSync('tmp/screenshots', { recursive: true });
await bundle('apps/e2e/screenshots/screenshots.ts', 'tmp/screenshots/run.cjs');
const { takeScreenshots } = createRequire(import.meta.url)('../../tmp/screenshots/run.cjs');
await takeScreenshots({ scenes: positionals, devices: values.devices, themes: values.theme, sizes: values.size });
