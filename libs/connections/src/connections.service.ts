import { Inject, Injectable } from '@nestjs/common';
import type { Connection } from './connection';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';
import { ConnectionsRepository } from './records/connections.repository';
import { StoredConnectionReader } from './records/stored-connection';

/** What is wanted: the stored connections and the rules for changing them. */
@Injectable()
export class ConnectionsService {
  private readonly reader: StoredConnectionReader;

  constructor(
    @Inject(CONNECTIONS_OPTIONS) options: ConnectionsOptions,
    @Inject(ConnectionsRepository) private readonly repository: ConnectionsRepository,
  ) {
    this.reader = new StoredConnectionReader(options.allowInsecureDevices);
  }

  /** All connections, enabled or not, in the order of their ids. */
  async wanted(): Promise<Connection[]> {
    return this.reader.readAll(await this.repository.all());
  }

  async find(id: number): Promise<Connection | null> {
    return (await this.wanted()).find((connection) => connection.id === id) ?? null;
  }
}
