import { Programs } from './lib/programs.mjs';
import { build, install } from './lib/workspace.mjs';

await install();
await build('simulator-cli');
new Programs().start('simulator', 'dist/apps/simulator/main.js', process.argv.slice(2));
