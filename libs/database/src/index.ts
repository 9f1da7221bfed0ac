export { Database } from './database';
export { DatabaseUnavailable } from './database-unavailable';
export { DatabaseUnusable } from './database-unusable';
export { DatabaseModule } from './database.module';
export { openDatabase } from './open-database';
export type { DatabaseOptions } from './open-database';
export { isDuplicate } from './sqlite-errors';
