// Builds one of the programs that run on Node: node tools/build-node.mjs <app>
import { rm } from 'node:fs/promises';
import { bundle } from './lib/bundle.mjs';

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: node tools/build-node.mjs <app>');

await rm(`dist/apps/${app}`, { recursive: true, force: true });
await bundle(`apps/${app}/src/main.ts`, `dist/apps/${app}/main.js`);
