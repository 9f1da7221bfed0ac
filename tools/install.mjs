import { install } from './lib/workspace.mjs';

await install();
