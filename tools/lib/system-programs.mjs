import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './run.mjs';

/** What the tests use beside Node, by the names of Debian's packages, and the file that shows that it is there. */
const NEEDED = [
  { package: 'chromium', program: 'chromium', usedFor: 'the browser tests' },
  { package: 'prometheus', program: 'prometheus', usedFor: 'the tests with a real Prometheus' },
  { package: 'prometheus', program: 'promtool', usedFor: 'the checks of the exposition' },
  { package: 'nginx-light', program: 'nginx', usedFor: 'the tests behind a reverse proxy' },
];

/** Where Debian puts servers; it is not on the path of every user. */
const SERVERS = '/usr/sbin';

/** Debian's packages ask it whether to start their services; 101 is no. */
const POLICY = '/usr/sbin/policy-rc.d';

/** @returns the full path of a program on the PATH, or undefined */
export function which(program) {
  return [...(process.env.PATH ?? '').split(delimiter), SERVERS]
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** Installs what is missing where this may be done without asking: as root on Debian. Elsewhere says what is missing. */
export async function installSystemPrograms() {
  const missing = NEEDED.filter(({ program }) => !which(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((each) => each.package))];
  if (process.getuid?.() === 0 && which('apt-get')) {
    say(`Installing ${packages.join(' and ')} with apt-get`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env, quiet: true });
    await withoutServices(() =>
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, quiet: true }),
    );
  }
  for (const { program, usedFor } of NEEDED.filter(({ program }) => !which(program))) {
    console.log(
      `  ${program} is not installed: ${usedFor} are skipped (Debian: apt-get install ${packages.join(' ')})`,
    );
  }
}

/** Prometheus and nginx would start services of their own, on ports of this machine; the tests start theirs. */
async function withoutServices(work) {
  if (existsSync(POLICY)) return work();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    rmSync(POLICY);
  }
}
