import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { bundledImportWorker } from '../testing/import-worker';
import type { FileEntry } from './formats/file-entry';
import { readFile, type ReadOptions } from './read-file';

describe('reading a file in a process of its own', () => {
  let folder: string;
  let worker: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'snp-read-file-'));
    worker = bundledImportWorker(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function entriesOf(text: string, options: Partial<ReadOptions> = {}): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    const all: ReadOptions = { worker, signal: new AbortController().signal, ...options };
    const bytes = Readable.from([Buffer.from(text)]);
    for await (const batch of readFile({ isSmall: true, bytes }, 'application/json', all))
      entries.push(...batch.entries);
    return entries;
  }

  it('gives every entry in its order, however many batches they take', async () => {
    const values = Array.from({ length: 999 }, (_, at) => ({ name: `SNP-${at}`, tags: 'x'.repeat(at * 10) }));
    expect((await entriesOf(JSON.stringify(values))).map(({ value }) => value)).toEqual(values);
  });

  it('gives nothing of an empty list', async () => {
    expect(await entriesOf('[]')).toEqual([]);
  });

  it('refuses what takes too much memory, and goes on', async () => {
    const text = `[{${Array.from({ length: 500_000 }, (_, at) => `"k${at}":1`).join()}}]`;
    await expect(entriesOf(text, { memoryMiB: 16, deadlineMs: 300_000 })).rejects.toMatchObject({
      status: 413,
      message: 'The file takes too much memory to read. Split it into smaller files.',
    });
  });

  describe('that never ends', () => {
    const endless = () => {
      const file = join(folder, 'endless.js');
      writeFileSync(file, 'for (;;);');
      return file;
    };

    it('is refused at the deadline', async () => {
      await expect(entriesOf('[]', { worker: endless(), deadlineMs: 100 })).rejects.toMatchObject({
        status: 413,
        message: 'The file takes longer than 0.1 s to read. Split it into smaller files.',
      });
    });

    it('ends when whoever asked has gone', async () => {
      const gone = new AbortController();
      const reading = entriesOf('[]', { worker: endless(), signal: gone.signal });
      gone.abort(new Error('gone'));
      await expect(reading).rejects.toThrow('gone');
    });
  });

  it('is refused for now where no process can be started, and this one goes on', async () => {
    await expect(entriesOf('[]', { execPath: join(folder, 'no-node') })).rejects.toMatchObject({
      status: 503,
      message: 'The exporter cannot start another process (ENOENT). Nothing was changed; try again later.',
    });
  });

  it('fails where the process ends by itself', async () => {
    const file = join(folder, 'faulty.js');
    writeFileSync(file, 'process.exit(3)');
    await expect(entriesOf('[]', { worker: file })).rejects.toThrow('ended unexpectedly (3)');
  });
});
