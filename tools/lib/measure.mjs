import { cpus, totalmem } from 'node:os';
import { mkdirSync } from 'node:fs';
import { run, say } from './run.mjs';

/** Runs benches, each in a process of its own; the exit code is 1 when a target is missed. */
export async function measure(files, args) {
  // A package that is there once the installation is.
  const { bundle } = await import('./bundle.mjs');
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `${cpus().length} × ${cpus()[0].model}, ${memory} GiB, Node ${process.versions.node}, V8 ${process.versions.v8}`,
  );
  mkdirSync('tmp/bench', { recursive: true });
  for (const file of files) {
    say(file);
    const bundled = `tmp/bench/${file.replaceAll('/', '-').replace(/\.ts$/, '.cjs')}`;
    await bundle(file, bundled);
    const runner = ['--expose-gc', '--enable-source-maps', 'tools/lib/bench-runner.cjs', bundled, ...args];
    if ((await run(process.execPath, runner)) !== 0) process.exitCode = 1;
  }
}
