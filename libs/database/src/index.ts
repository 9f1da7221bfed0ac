export { Database, type DatabaseOptions, type DatabaseState } from './database';
export { DatabaseUnavailable, DatabaseUnusable } from './database-errors';
export { DatabaseModule } from './database.module';
export { isDuplicate } from './sqlite/sqlite-errors';
