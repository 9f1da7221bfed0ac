import { Programs } from './lib/programs.mjs';
import { build, install } from './lib/workspace.mjs';

await install();
await build('server', 'dashboard');
new Programs().start('exporter', 'dist/apps/server/main.js');
