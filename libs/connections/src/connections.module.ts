import { Module, type DynamicModule } from '@nestjs/common';
import { BulkController } from './api/bulk.controller';
import { ConnectionsController } from './api/connections.controller';
import { ReloadController } from './api/reload.controller';
import { TemplatesController } from './api/templates.controller';
import { BulkService } from './bulk/bulk.service';
import { TransferController } from './api/transfer.controller';
import { ConnectionChanges } from './connection-changes';
import { ConnectionRules } from './connection-rules';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';
import { ConnectionViews } from './views/connection-views';
import { ConnectionsService } from './connections.service';
import { ConnectionsRepository } from './records/connections.repository';
import { StoredConnectionReader } from './records/stored-connection';
import { ConnectionStates } from './states/connection-states';
import { StatusRepository } from './states/status.repository';
import { ExportService } from './transfer/export.service';
import { ImportService } from './transfer/import.service';
import { Timestamps } from './time';

/** What is wanted: the stored connections, their REST API, and the announcement of changes. Needs DatabaseModule. */
@Module({})
export class ConnectionsModule {
  static forRoot(options: ConnectionsOptions): DynamicModule {
    return {
      module: ConnectionsModule,
      global: true,
      controllers: [BulkController, ConnectionsController, TransferController, TemplatesController, ReloadController],
      providers: [
        { provide: CONNECTIONS_OPTIONS, useValue: options },
        Timestamps,
        StoredConnectionReader,
        ConnectionRules,
        ConnectionsRepository,
        BulkService,
        ExportService,
        ImportService,
        StatusRepository,
        ConnectionsService,
        ConnectionViews,
        ConnectionChanges,
        ConnectionStates,
      ],
      exports: [ConnectionsService, ConnectionViews, ConnectionChanges, ConnectionStates],
    };
  }
}
