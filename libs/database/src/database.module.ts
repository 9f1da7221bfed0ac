import { Module, type DynamicModule } from '@nestjs/common';
import { Database, type DatabaseOptions } from './database';
import { openSqlite } from './sqlite/open-sqlite';

/** Opens the database once for the whole program. */
@Module({})
export class DatabaseModule {
  /** Starting the module rejects with DatabaseUnusable when the database cannot be used. */
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => openSqlite(options) }],
      exports: [Database],
    };
  }
}
