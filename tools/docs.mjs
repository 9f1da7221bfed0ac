// npm run docs: writes docs/metrics.md from the catalogue.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { install } from './lib/workspace.mjs';

await install();
const { bundle } = await import('./lib/bundle.mjs');

mkdirSync('tmp/docs', { recursive: true });
await bundle('libs/catalogue/src/docs.ts', 'tmp/docs/docs.cjs');
const { metricsPage } = createRequire(import.meta.url)('../tmp/docs/docs.cjs');
writeFileSync('docs/metrics.md', metricsPage());
console.log('docs/metrics.md is written.');
