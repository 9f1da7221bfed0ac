// npm run docs: writes docs/metrics.md and docs/examples from the catalogue.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { install } from '../lib/workspace.mjs';

await install();
const { bundle } = await import('../lib/bundle.mjs');

const require = createRequire(import.meta.url);

/** What a file of the catalogue exports. */
async function load(file) {
  const bundled = `tmp/docs/${file.replaceAll('/', '-')}.cjs`;
  await bundle(`libs/catalogue/src/${file}.ts`, bundled);
  return require(`../../${bundled}`);
}

for (const folder of ['tmp/docs', 'docs/examples']) mkdirSync(folder, { recursive: true });
const { metricsPage } = await load('docs');
writeFileSync('docs/metrics.md', metricsPage());
const { exampleExpositions } = await load('testing/example-device');
const { text, openmetrics } = await exampleExpositions();
writeFileSync('docs/examples/device.prom', text);
writeFileSync('docs/examples/device.openmetrics', openmetrics);
const { alertFile, oldNamesFile } = await load('rules/index');
writeFileSync('docs/examples/alerts.yml', alertFile());
writeFileSync('docs/examples/recording-old-names.yml', oldNamesFile());
console.log('Wrote docs/metrics.md and docs/examples.');
