// Runs in a process of its own: reads a file whole, then hands its entries over in batches, each when it is asked for.
import './worker-signals';
import { fileEntries, NOT_UTF_8, type MeasuredEntry } from './entries';
import { FileRefused, type FileEntry, type RefusalReason } from './file-entry';

export interface EntryBatch {
  readonly kind: 'entries';
  readonly entries: readonly FileEntry[];
  /** How many entries the file has. */
  readonly total: number;
}

/** What this process answers to each message. */
export type Answer =
  | EntryBatch
  | { readonly kind: RefusalReason; readonly message: string; readonly pointer: string }
  | { readonly kind: 'fault'; readonly message: string };

/** The most of a batch, so that the exporter receives it in a few milliseconds; the size in characters. */
const BATCH = { entries: 200, size: 512 * 1024 };

async function* answers(text: Promise<string>, mediaType: string | undefined): AsyncGenerator<Answer> {
  try {
    const entries = fileEntries(await text, mediaType);
    for (const batch of batchesOf(entries)) yield { kind: 'entries', entries: batch, total: entries.length };
  } catch (error) {
    if (error instanceof FileRefused) yield { kind: error.reason, message: error.message, pointer: error.pointer };
    else yield { kind: 'fault', message: String((error as Error).stack) };
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch {
    throw new FileRefused('unreadable', NOT_UTF_8);
  }
}

/** At least one batch, which may be empty. */
function* batchesOf(entries: readonly MeasuredEntry[]): Generator<FileEntry[]> {
  let batch: FileEntry[] = [];
  let size = 0;
  for (const entry of entries) {
    if (batch.length === BATCH.entries || size > BATCH.size) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push({ value: entry.value, isTextual: entry.isTextual });
    size += entry.size;
  }
  yield batch;
}

const text = textOf(process.stdin);
// The first answer tells of it.
text.catch(() => undefined);
const batches = answers(text, process.argv[2]);
process.on('message', () => void batches.next().then(({ value }) => process.send?.(value)));
