import { Module, type DynamicModule } from '@nestjs/common';
import { ConnectionChanges } from './connection-changes';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';
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
      providers: [
        { provide: CONNECTIONS_OPTIONS, useValue: options },
        ConnectionsRepository,
        StatusRepository,
        ConnectionsService,
        ConnectionChanges,
        ConnectionStates,
      ],
      exports: [ConnectionsService, ConnectionChanges, ConnectionStates],
    };
  }
}
