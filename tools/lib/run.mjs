import { spawn } from 'node:child_process';

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with this terminal as its own.
 * @returns its exit code; 1 when it could not be started or was ended by a signal
 */
export function run(command, args, { env = {}, cwd, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    });
    const stop = endTogether(child);
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => {
      stop();
      resolve(code ?? 1);
    });
  });
}

/**
 * A signal that would end this process ends the child first.
 * @returns stops that
 */
function endTogether(child) {
  const end = (signal) => {
    child.once('exit', () => process.exit(1));
    child.kill(signal);
  };
  for (const signal of ENDING) process.on(signal, end);
  return () => ENDING.forEach((signal) => process.off(signal, end));
}

/** Prints what is being done now. */
export function say(text) {
  console.log(`\n▸ ${text}`);
}

/** Ends with a message instead of a stack trace. */
export function fail(text) {
  console.error(`\n✗ ${text}`);
  process.exit(1);
}
