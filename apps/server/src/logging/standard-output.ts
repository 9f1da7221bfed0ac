import { constants, openSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

const STDOUT = 1;

/** Takes as many of the bytes as there is room for and returns their number; throws where there is none (`EAGAIN`). */
export type Sink = (bytes: Buffer, from: number) => number;

/**
 * Standard output, whose reader may be slow, stopped or gone: writing never waits for it. The stream of Node would keep
 * what a pipe does not take in memory, without a limit, and would be of no use any more after its first error.
 */
export function standardOutput(): Sink {
  // What others print is lost where it cannot be written; it must not end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // Touched above, a pipe or a socket no longer blocks; a terminal does, when somebody stops it by Ctrl-S.
  const descriptor = isatty(STDOUT) ? withoutBlocking() : STDOUT;
  return (bytes, from) => writeSync(descriptor, bytes, from);
}

/** The terminal once more, so that only this use of it does not block. */
function withoutBlocking(): number {
  try {
    return openSync('/proc/self/fd/1', constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    // No such folder (not Linux), or a terminal of somebody else.
    return STDOUT;
  }
}
