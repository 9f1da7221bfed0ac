// Runs Nx with the workspace's own installation, without its daemon, cloud or terminal interface.
import { run } from './lib/run.mjs';

process.exitCode = await run('node', ['node_modules/nx/dist/bin/nx.js', ...process.argv.slice(2)], { env: { NX_DAEMON: 'false', NX_TUI: 'false' } });
