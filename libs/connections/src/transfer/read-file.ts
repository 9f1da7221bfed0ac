import { busy, invalid, ProblemError, tooLarge, unreadable } from '@snp/http';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer, EntryBatch } from './formats/import-worker';
import type { ReceivedFile } from './received-file';

export interface ReadOptions {
  /** Ends the reading. */
  readonly signal: AbortSignal;
  /** The bundle of formats/import-worker.ts; the one beside the program when missing. */
  readonly worker?: string | undefined;
  /** The Node.js that runs it; that of this process when missing. */
  readonly execPath?: string;
  readonly deadlineMs?: number;
  readonly memoryMiB?: number;
}

const BESIDE_THE_PROGRAM = join(__dirname, 'import-worker.js');
const DEADLINE_MS = 30_000;

/** Heap for small files, and for large ones, with little of it for new objects, which V8 counts separately. */
const MEMORY_MIB = { small: 96, large: 256 };
const SEMI_SPACE_MIB = 2;

/** Newer versions of Node.js need not open the inspector at SIGUSR1. */
const WITHOUT_INSPECTOR = ['--disable-sigusr1'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag));

/** How a process ends that has no memory left: by V8 or by the kernel. */
const OUT_OF_MEMORY: readonly unknown[] = ['SIGABRT', 'SIGKILL', 'SIGTRAP', 134, 137];

const SMALLER_FILES = 'Split it into smaller files.';

/**
 * Reads a file of connections in a process of its own, so that a file that takes too much time or memory ends that one
 * alone. A thread would not do: when the heap of a thread is full, V8 can end the whole process.
 * @throws ProblemError 400, 413, 422, 503; the signal's reason
 */
export async function* readFile(
  file: ReceivedFile,
  mediaType: string | undefined,
  options: ReadOptions,
): AsyncGenerator<EntryBatch> {
  const { signal, deadlineMs = DEADLINE_MS } = options;
  signal.throwIfAborted();
  const worker = startWorker(mediaType, file.isSmall, options);
  // Only a process that has started may be killed: without an id, the signal would go to this one.
  if (worker.pid === undefined) throw cannotStart(await once(worker, 'error'));
  const kill = () => worker.kill('SIGKILL');
  let isTooSlow = false;
  let deadline: NodeJS.Timeout | undefined;
  signal.addEventListener('abort', kill, { once: true });
  try {
    await send(file, worker);
    deadline = setTimeout(() => {
      isTooSlow = true;
      kill();
    }, deadlineMs);
    for (let done = 0, total = 1; done < total;) {
      const batch = entriesOf(await nextAnswer(worker));
      clearTimeout(deadline);
      yield batch;
      done += batch.entries.length;
      total = batch.total;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw isTooSlow ? tooLarge(`The file takes longer than ${deadlineMs / 1_000} s to read. ${SMALLER_FILES}`) : error;
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', kill);
    kill();
  }
}

/** @throws ProblemError 400, 408, 413 */
async function send({ bytes }: ReceivedFile, { stdin }: ChildProcess): Promise<void> {
  if (stdin === null) throw new TypeError('the import worker has no standard input');
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), stdin);
  } catch (error) {
    // Any other error is that the process has ended; how it exited says why it did not take the file.
    if (error instanceof ProblemError) throw error;
  }
}

function startWorker(mediaType: string | undefined, isSmall: boolean, options: ReadOptions): ChildProcess {
  const { worker: path = BESIDE_THE_PROGRAM, execPath = process.execPath } = options;
  const memoryMiB = options.memoryMiB ?? (isSmall ? MEMORY_MIB.small : MEMORY_MIB.large);
  const worker = fork(path, [mediaType ?? ''], {
    env: {},
    execPath,
    execArgv: [`--max-old-space-size=${memoryMiB}`, `--max-semi-space-size=${SEMI_SPACE_MIB}`, ...WITHOUT_INSPECTOR],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  worker.on('error', () => undefined);
  return worker;
}

/** 503: the machine has no room for another process. */
function cannotStart([error]: readonly { readonly code?: string }[]): ProblemError {
  return busy(`The exporter cannot start another process (${error?.code}).`);
}

/** @throws ProblemError 413 where the process ended for want of memory */
async function nextAnswer(worker: ChildProcess): Promise<Answer> {
  const exit = worker.exitCode ?? worker.signalCode;
  if (exit !== null) throw exitError(exit);
  const settled = new AbortController();
  const exited = once(worker, 'exit', { signal: settled.signal });
  const answered = once(worker, 'message', { signal: settled.signal });
  // Where it cannot be sent, the process has ended or is about to.
  worker.send('next', () => undefined);
  try {
    return await Promise.race([
      answered.then(([answer]) => answer as Answer),
      exited.then(([code, signal]) => Promise.reject(exitError(code ?? signal))),
    ]);
  } finally {
    settled.abort();
  }
}

function exitError(code: unknown): Error {
  if (OUT_OF_MEMORY.includes(code)) return tooLarge(`The file takes too much memory to read. ${SMALLER_FILES}`);
  return new Error(`the import worker ended unexpectedly (${String(code)})`);
}

/** @throws ProblemError 400, 413, 422 */
function entriesOf(answer: Answer): EntryBatch {
  switch (answer.kind) {
    case 'entries':
      return answer;
    case 'unreadable':
      throw unreadable(answer.message);
    case 'too-large':
      throw tooLarge(answer.message);
    case 'invalid':
      throw invalid([{ pointer: answer.pointer, message: answer.message }]);
    case 'fault':
      throw new Error(answer.message);
  }
}
