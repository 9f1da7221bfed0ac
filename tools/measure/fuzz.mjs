// npm run fuzz [-- messages [seed]]: sends a million broken messages through decoding and the series store.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail } from '../lib/run.mjs';
import { install } from '../lib/workspace.mjs';

const [messages = 1_000_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
if (!Number.isInteger(messages) || messages < 1 || !Number.isInteger(seed))
  fail('Usage: npm run fuzz -- [messages [seed]]');

await install();
const { bundle } = await import('../lib/bundle.mjs');

mkdirSync('tmp/fuzz', { recursive: true });
await bundle('libs/catalogue/src/testing/fuzz/campaign.ts', 'tmp/fuzz/campaign.cjs');
const { fuzz } = createRequire(import.meta.url)('../../tmp/fuzz/campaign.cjs');

console.log(`${messages} messages, seed ${seed}`);
const started = Date.now();
const report = await fuzz({ messages, seed, progress });
console.log(
  `No message threw an error. ${report.readable} were still status messages; the slowest took ${report.slowest.toFixed(1)} × the median. ` +
    `${report.badFields} bad fields affected only their own series.`,
);

function progress(done) {
  if (done % 100_000 !== 0 && done !== messages) return;
  const seconds = (Date.now() - started) / 1000;
  console.log(`${done} in ${seconds.toFixed(0)} s (${Math.round(done / seconds)}/s)`);
}
