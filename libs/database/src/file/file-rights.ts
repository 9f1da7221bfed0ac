import { Logger } from '@nestjs/common';
import { readdirSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatabaseFile } from './prepare-file';

const OTHERS = 0o007;
const OWNER = 0o700;

/**
 * The database holds passwords of devices: a file that everybody may use becomes its owner's alone, and so do its log
 * and its copies. One that only a group may use is left alone: somebody chose that.
 */
export async function keepPrivate({ path, realPath }: DatabaseFile, change = chmod): Promise<void> {
  // Windows has other rights, and shows these for every file.
  if (process.platform === 'win32') return;
  for (const file of new Set([realPath, ...companions(realPath), ...companions(path)])) await tighten(file, change);
}

/** The log and its index, and the copies that were made before a migration. */
function companions(path: string): string[] {
  const name = basename(path);
  return readdirSync(dirname(path))
    .filter((entry) => entry.startsWith(`${name}-`) || entry.startsWith(`${name}.before-`))
    .map((entry) => join(dirname(path), entry));
}

async function tighten(file: string, change: typeof chmod): Promise<void> {
  try {
    const { mode } = await stat(file);
    if ((mode & OTHERS) === 0) return;
    await change(file, mode & OWNER);
    // Some file systems take the change and forget it.
    if (((await stat(file)).mode & OTHERS) === 0) return;
    warn(file, 'the file system keeps no access rights');
  } catch (error) {
    warn(file, error instanceof Error ? error.message : String(error));
  }
}

function warn(path: string, reason: string): void {
  new Logger('Database').warn('database file can be read by every user of this machine', { path, reason });
}
