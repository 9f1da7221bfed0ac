import { Injectable } from '@nestjs/common';
import { notFound } from '@snp/http';
import { matcher, page, type ListOptions } from './connection-list';
import { ConnectionsService } from '../connections.service';
import { connectionDto, type ConnectionDto } from '../dto/connection.dto';
import { ConnectionStates } from '../states/connection-states';
import { StatusRepository } from '../states/status.repository';

/** Connections as the API shows them: what is wanted together with what is. */
@Injectable()
export class ConnectionViews {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly states: ConnectionStates,
    private readonly statuses: StatusRepository,
  ) {}

  /** All connections. */
  async all(): Promise<ConnectionDto[]> {
    const [connections, lastUpdates] = await Promise.all([this.connections.wanted(), this.statuses.lastUpdates()]);
    return connections.map((connection) =>
      connectionDto(connection, this.states.of(connection.id), lastUpdates.get(connection.id) ?? null),
    );
  }

  /** One page of the connections that match, and how many match in total. */
  async list(options: ListOptions): Promise<{ connections: ConnectionDto[]; total: number }> {
    const matching = (await this.all()).filter(matcher(options));
    return { connections: page(matching, options), total: matching.length };
  }

  /** @throws ProblemError 404 */
  async one(id: number): Promise<{ connection: ConnectionDto; entityTag: string }> {
    const found = await this.connections.findTagged(id);
    if (found === null) throw notFound(`connection ${id}`);
    const lastUpdate = await this.statuses.lastUpdate(id);
    return { connection: connectionDto(found.connection, this.states.of(id), lastUpdate), entityTag: found.entityTag };
  }
}
