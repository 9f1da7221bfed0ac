import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fail, run, say } from './run.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const [major, minor] = process.versions.node.split('.').map(Number);
const OLDEST_NODE = [20, 19];

/** Installs the packages of the lock file unless they are installed already. */
export async function install() {
  process.chdir(root);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Node ${OLDEST_NODE.join('.')} or newer is required; this is ${process.versions.node}.`);
  }
  const stamp = 'node_modules/.installed';
  // A native module fits one major version of Node only.
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(`node ${major}`).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (a minute or two the first time)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if ((await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0) {
    fail('Installing the packages failed; see the output above.');
  }
  writeFileSync(stamp, wanted);
}

/** Runs Nx from the workspace's own installation, without daemon, cloud or terminal interface. */
export function nx(...args) {
  return run(process.execPath, ['node_modules/nx/dist/bin/nx.js', ...args], {
    env: { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NG_CLI_ANALYTICS: 'false' },
  });
}

/** Builds these applications; what has not changed comes from the cache. */
export async function build(...projects) {
  say(`Building ${projects.join(', ')}`);
  if ((await nx('run-many', '-t', 'build', '-p', projects.join(','))) !== 0) {
    fail('The build failed; see the output above.');
  }
}
