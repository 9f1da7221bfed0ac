import { Injectable, Logger } from '@nestjs/common';
import { ConnectionsService, type Connection } from '@snp/connections';
import { notFound } from '@snp/http';

/** The stored connections, cached in memory. */
@Injectable()
export class ConnectionCache {
  private readonly logger = new Logger('Live');
  private connections: ReadonlyMap<number, Connection> = new Map();
  private reading: Promise<void> | undefined;
  private isOutdated = false;
  private isFailing = false;

  constructor(private readonly stored: ConnectionsService) {}

  all(): Iterable<Connection> {
    return this.connections.values();
  }

  get(id: number): Connection | undefined {
    return this.connections.get(id);
  }

  /**
   * A connection from the cache, or from the database if it is not cached yet.
   * @throws ProblemError 404
   */
  async find(id: number): Promise<Connection> {
    await this.current();
    const connection = this.connections.get(id) ?? (await this.stored.find(id));
    if (connection === null) throw notFound(`connection ${id}`);
    return connection;
  }

  /** Resolves when all changes announced so far have been read. */
  current(): Promise<void> {
    return this.reading ?? Promise.resolve();
  }

  /** Re-reads all connections; calls that come while it reads share the next read. Never rejects. */
  refresh(): Promise<void> {
    this.isOutdated = true;
    this.reading ??= this.readUntilCurrent();
    return this.reading;
  }

  private async readUntilCurrent(): Promise<void> {
    // Changes announced together are read together.
    await Promise.resolve();
    while (this.isOutdated) {
      this.isOutdated = false;
      await this.read();
    }
    this.reading = undefined;
  }

  private async read(): Promise<void> {
    try {
      this.connections = new Map((await this.stored.wanted()).map((connection) => [connection.id, connection]));
      this.isFailing = false;
    } catch (error) {
      // The cache is good enough until the database answers again; the next change or minute reads again.
      if (!this.isFailing) this.logger.warn('connections cannot be read', { reason: String(error) });
      this.isFailing = true;
    }
  }
}
