// npm run soak [-- --minutes 30]: a fleet with random faults; nothing may grow, nothing may be left behind.
import { measure } from '../lib/measure.mjs';
import { build, install } from '../lib/workspace.mjs';

await install();
await build('server');
await measure(['apps/e2e/soak/fleet.soak.ts'], process.argv.slice(2));
