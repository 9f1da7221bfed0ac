// npm run fuzz:api [-- requests]: sends generated requests to every operation of a real exporter's API.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build, install } from '../lib/workspace.mjs';

await install();
await build('server');
const { bundle } = await import('../lib/bundle.mjs');

mkdirSync('tmp/fuzz', { recursive: true });
await bundle('apps/e2e/fuzz/api.fuzz.ts', 'tmp/fuzz/api.cjs');
const { run } = createRequire(import.meta.url)('../../tmp/fuzz/api.cjs');
await run(process.argv.slice(2));
console.log('Every response matches the OpenAPI document, and none is a server error.');
