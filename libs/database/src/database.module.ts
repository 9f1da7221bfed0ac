import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from './database';
import { openDatabase, type DatabaseOptions } from './open-database';

/** Opens the SQLite file once for the whole program; exports {@link Database}, and TypeORM's `DataSource` for reading its state. */
@Module({})
export class DatabaseModule {
  /** Starting the module rejects with DatabaseUnusable when the file cannot be used. */
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: Database, useFactory: () => openDatabase(options) },
        { provide: DataSource, useFactory: (database: Database) => database.writing, inject: [Database] },
      ],
      exports: [Database, DataSource],
    };
  }
}
