import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from './database';
import { openSqlite, type SqliteOptions } from './sqlite/open-sqlite';

/** Opens the database once for the whole program. */
@Module({})
export class DatabaseModule {
  /** Starting the module rejects with DatabaseUnusable when the database cannot be used. */
  static forRoot(options: SqliteOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => openSqlite(options) }],
      exports: [Database],
    };
  }
}
