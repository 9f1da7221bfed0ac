import { install, nx } from './lib/workspace.mjs';

await install();
process.exitCode = await nx(...process.argv.slice(2));
