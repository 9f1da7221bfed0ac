export { Database } from './database';
export { DatabaseUnavailable, DatabaseUnusable, DuplicateRow } from './database-errors';
export { DatabaseModule } from './database.module';
