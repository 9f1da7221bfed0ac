import { Module, type DynamicModule } from '@nestjs/common';
import { ConnectionsController } from './api/connections.controller';
import { ReloadController } from './api/reload.controller';
import { TemplatesController } from './api/templates.controller';
import { ConnectionChanges } from './connection-changes';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';
import { ConnectionViews } from './connection-views';
import { ConnectionsService } from './connections.service';
import { ConnectionsRepository } from './records/connections.repository';
import { ConnectionStates } from './states/connection-states';
import { StatusRepository } from './states/status.repository';

/** What is wanted: the stored connections, their REST API, and the announcement of changes. Needs DatabaseModule. */
@Module({})
export class ConnectionsModule {
  static forRoot(options: ConnectionsOptions): DynamicModule {
    return {
      module: ConnectionsModule,
      global: true,
      controllers: [ConnectionsController, TemplatesController, ReloadController],
      providers: [
        { provide: CONNECTIONS_OPTIONS, useValue: options },
        ConnectionsRepository,
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
