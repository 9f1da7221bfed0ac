import { buildSync } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '../transfer/formats/import-worker.ts');
let code: Uint8Array | undefined;

/** Bundles the process that reads imported files, as the build does, into a file of this folder. */
export function bundledImportWorker(folder: string): string {
  code ??= buildSync({ entryPoints: [SOURCE], bundle: true, platform: 'node', write: false }).outputFiles[0]?.contents;
  const path = join(folder, 'import-worker.js');
  writeFileSync(path, code ?? '');
  return path;
}
