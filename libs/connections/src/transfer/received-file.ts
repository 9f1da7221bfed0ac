import { ProblemError, tooLarge, unreadable, untilAborted } from '@snp/http';
import type { Readable } from 'node:stream';

const MiB = 1024 * 1024;

/** What a file may have, and take; injectable for tests. */
export const RECEIVE_LIMITS = {
  /** In bytes. */
  size: 64 * MiB,
  /** Up to this size, in bytes, a file is read with less memory. */
  smallSize: 16 * MiB,
  /** For its way to this exporter. */
  deadlineMs: 60_000,
};
export type ReceiveLimits = Readonly<typeof RECEIVE_LIMITS>;

/** A file of which at least the beginning is here. */
export interface ReceivedFile {
  /** Whether it is small, and here as a whole. */
  readonly isSmall: boolean;
  /** Its bytes, to be read once. @throws ProblemError 400, 408, 413 */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Receives a small file as a whole; of a large one the beginning, and the rest as it is read: this process never holds
 * all of it. A file that is refused on its way leaves the stream intact, so that the client gets the answer.
 * @throws ProblemError 400, 408, 413; the signal's reason
 */
export async function receiveFile(
  file: Readable,
  signal: AbortSignal,
  limits: ReceiveLimits = RECEIVE_LIMITS,
): Promise<ReceivedFile> {
  const coming = limited(file, signal, limits);
  const here: Uint8Array[] = [];
  for (let size = 0; size <= limits.smallSize;) {
    const { value, done } = await coming.next();
    if (done) return { isSmall: true, bytes: withRest(here, coming) };
    here.push(value);
    size += value.length;
  }
  return { isSmall: false, bytes: withRest(here, coming) };
}

async function* withRest(here: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Forgets what it has passed on.
  for (let next = here.shift(); next !== undefined; next = here.shift()) yield next;
  yield* rest;
}

async function* limited(file: Readable, signal: AbortSignal, limits: ReceiveLimits): AsyncGenerator<Uint8Array, void> {
  const late = AbortSignal.timeout(limits.deadlineMs);
  const chunks = file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  let size = 0;
  try {
    for await (const chunk of untilAborted(chunks, AbortSignal.any([signal, late]))) {
      size += chunk.length;
      if (size > limits.size) throw tooLarge(`The body is larger than ${limits.size / MiB} MiB.`);
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ProblemError ? error : unreadable('The body is incomplete.');
  }
  signal.throwIfAborted();
  if (late.aborted && !file.readableEnded) throw tooSlow(limits.deadlineMs);
}

function tooSlow(deadlineMs: number): ProblemError {
  const detail = `The file did not arrive within ${deadlineMs / 1_000} s. Nothing was changed.`;
  return new ProblemError(408, 'too-slow', 'Request timeout', detail);
}
