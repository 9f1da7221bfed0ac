// npm run openapi: writes the OpenAPI document from the server's code and generates the client from it.
import { mkdirSync, rmSync } from 'node:fs';
import { run, say } from '../lib/run.mjs';
import { install } from '../lib/workspace.mjs';

await install();
const { bundle } = await import('../lib/bundle.mjs');

say('Writing libs/api-client/openapi.json');
mkdirSync('tmp/openapi', { recursive: true });
await bundle('apps/server/src/openapi.cli.ts', 'tmp/openapi/cli.cjs');
const code = await run(process.execPath, ['tmp/openapi/cli.cjs', 'libs/api-client/openapi.json']);
if (code !== 0) process.exit(code);

say('Generating the client');
rmSync('libs/api-client/src/generated', { recursive: true, force: true });
process.exitCode = await run(process.execPath, [
  'node_modules/ng-openapi-gen/lib/index.js',
  '--config',
  'libs/api-client/ng-openapi-gen.json',
]);
