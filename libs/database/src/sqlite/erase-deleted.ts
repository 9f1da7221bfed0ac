import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** The `user_version` of a file whose free space was cleaned once; `secure_delete` has kept it clean since. */
const CLEANED = 1;

/**
 * Rebuilds a file that was written without `secure_delete`, once: its free space may still hold passwords of
 * connections that were deleted long ago. Does without where there is no room for it.
 */
export async function eraseDeleted(source: DataSource, path: string): Promise<void> {
  const [row] = await source.query<{ user_version: number }[]>('PRAGMA user_version');
  if (row === undefined || row.user_version >= CLEANED) return;
  try {
    // No temporary file: it would hold the passwords too, and there may be no folder for it.
    await source.query('PRAGMA temp_store = MEMORY');
    await source.query('VACUUM');
    await source.query(`PRAGMA user_version = ${CLEANED}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    new Logger('Database').warn('deleted passwords may still be in the database file', { path, reason });
  }
}
