import { Module, type DynamicModule } from '@nestjs/common';
import {
  ConnectionChanges,
  ConnectionsService,
  ConnectionStates,
  type Connection,
  type ConnectionStatus,
} from '@snp/connections';

/** What is wanted, as a list that the test changes. */
export class FakeConnections {
  rows: readonly Connection[] = [];
  error: Error | undefined;
  reads = 0;

  wanted(): Promise<Connection[]> {
    this.reads++;
    return this.error === undefined ? Promise.resolve([...this.rows]) : Promise.reject(this.error);
  }

  /** Changes one row, as an edit does. */
  edit(id: number, facts: Partial<Connection>): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...facts } : row));
  }
}

/** The states of connections, without a database behind them. */
export class FakeStates {
  readonly sources = new Map<number, { readonly status: ConnectionStatus; readonly reason: string }>();
  readonly recorded: string[] = [];

  attach(id: number, source: { readonly status: ConnectionStatus; readonly reason: string }): void {
    this.sources.set(id, source);
  }

  detach(id: number): void {
    this.sources.delete(id);
  }

  record(id: number, status: ConnectionStatus): Promise<void> {
    this.recorded.push(`${id} ${status}`);
    return Promise.resolve();
  }
}

@Module({})
export class FakeConnectionsModule {
  static with(connections: FakeConnections, states: FakeStates, changes: ConnectionChanges): DynamicModule {
    return {
      module: FakeConnectionsModule,
      global: true,
      providers: [
        { provide: ConnectionsService, useValue: connections },
        { provide: ConnectionStates, useValue: states },
        { provide: ConnectionChanges, useValue: changes },
      ],
      exports: [ConnectionsService, ConnectionStates, ConnectionChanges],
    };
  }
}
