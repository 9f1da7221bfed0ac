// Builds one of the programs that run on Node: node tools/build-node.mjs <app>
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { bundle } from './lib/bundle.mjs';

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: node tools/build-node.mjs <app>');

/** What runs in a process of its own, beside the program. */
const WORKERS = { server: ['libs/connections/src/transfer/formats/import-worker.ts'] };

await rm(`dist/apps/${app}`, { recursive: true, force: true });
await bundle(`apps/${app}/src/main.ts`, `dist/apps/${app}/main.js`);
for (const worker of WORKERS[app] ?? []) await bundle(worker, `dist/apps/${app}/${basename(worker, '.ts')}.js`);
