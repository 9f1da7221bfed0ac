import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { EVENT_STREAM_HEADERS, eventFrame, ProblemError, retryLater, UnfinishedAnswers } from '@snp/http';
import type { Request, Response } from 'express';
import { clientOf } from '../common/client';
import { EventRing } from './event-ring';
import { StreamClient } from './stream-client';
import { StreamSettings } from './stream-settings';

/** How long a browser waits before it connects again, ms. */
const RETRY_MS = 2_000;

/** When a client that was refused may try again, ms. */
const RETRY_AFTER_MS = 5_000;

/** The event stream: each event is serialised once, and its bytes are sent to all clients. */
@Injectable()
export class StreamHub implements OnModuleDestroy {
  private readonly logger = new Logger('Stream');
  private readonly clients = new Set<StreamClient>();
  /** Addresses that were refused since the last client left; empty for all of them. */
  private readonly refused = new Set<string>();
  private readonly ring: EventRing;
  private readonly newest = new Map<number, string>();
  private readonly heartbeat: NodeJS.Timeout;
  private isClosed = false;

  constructor(
    private readonly settings: StreamSettings,
    private readonly answers: UnfinishedAnswers,
  ) {
    this.ring = new EventRing(settings.replayEvents);
    this.heartbeat = setInterval(() => this.sendHeartbeat(), settings.heartbeatMs).unref();
  }

  get clientCount(): number {
    return this.clients.size;
  }

  get clientLimit(): number {
    return this.settings.maxClients;
  }

  /**
   * Adds a client.
   * @param lastId id of the last event it received, if it reconnects
   * @throws ProblemError 429 when its address has too many, 503 when there are too many in all or the program is ending
   */
  open(request: Request, response: Response, lastId = ''): void {
    if (this.isClosed) throw new ProblemError(503, 'ending', 'Ending', 'The exporter is shutting down.');
    const address = clientOf(request);
    this.requirePlace(address);
    response.writeHead(200, EVENT_STREAM_HEADERS);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    this.attach(response, address, lastId);
  }

  /** Sends an event to all clients. */
  publish(name: string, data: unknown): void {
    const frame = Buffer.from(this.ring.add(name, data));
    for (const client of this.clients) client.send(frame);
  }

  /** Sends the summaries of devices that have changed, at once or when a client has caught up. */
  publishSummaries(changed: readonly { readonly id: number; readonly json: string }[]): void {
    for (const { id, json } of changed) this.newest.set(id, eventFrame('summary', json));
    const ids = changed.map(({ id }) => id);
    const frames = Buffer.from(ids.map((id) => this.newest.get(id)).join(''));
    for (const client of this.clients) client.offer({ ids, frames }, this.newest);
  }

  /** A device is gone: no client is sent its summary any more. */
  forget(id: number): void {
    this.newest.delete(id);
  }

  onModuleDestroy(): void {
    this.isClosed = true;
    clearInterval(this.heartbeat);
    for (const client of this.clients) client.end();
    this.clients.clear();
  }

  private requirePlace(address: string): void {
    const { maxClients, maxClientsPerAddress } = this.settings;
    if (this.clients.size >= maxClients) {
      if (this.isNews('')) this.logger.warn('event stream refused: too many are open', { limit: maxClients });
      throw tooManyStreams(503, `${maxClients} event streams are already open. Close dashboards that are not in use.`);
    }
    if ([...this.clients].filter((client) => client.address === address).length < maxClientsPerAddress) return;
    const fields = { address, limit: maxClientsPerAddress };
    if (this.isNews(address)) this.logger.warn('event stream refused: too many of one address', fields);
    const remedy = 'Close dashboards that are not in use; behind a reverse proxy, set TRUST_PROXY to its address.';
    throw tooManyStreams(429, `${maxClientsPerAddress} event streams of ${address} are already open. ${remedy}`);
  }

  /** Clients that are refused come back every few seconds: that is logged once, until one has left. */
  private isNews(address: string): boolean {
    if (this.refused.has(address)) return false;
    this.refused.add(address);
    return true;
  }

  private attach(response: Response, address: string, lastId: string): void {
    const answer = this.answers.begin([], Infinity, () => response.destroy());
    const client = new StreamClient(response, address, this.settings, answer);
    response.on('close', () => {
      this.answers.end(answer);
      this.clients.delete(client);
      this.refused.clear();
    });
    response.on('error', () => response.destroy());
    response.socket?.setNoDelay(true);
    const missed = lastId === '' ? '' : (this.ring.since(lastId) ?? eventFrame('reset', '{}'));
    // An id without data is no event, but a browser that comes back names it.
    client.send(Buffer.from(`retry: ${RETRY_MS}\n\n${missed}id: ${this.ring.lastId}\n\n`));
    this.clients.add(client);
  }

  private sendHeartbeat(): void {
    for (const client of this.clients) client.sendHeartbeat();
  }
}

function tooManyStreams(status: 429 | 503, detail: string): ProblemError {
  return retryLater(status, 'too-many-streams', 'Too many event streams', detail, RETRY_AFTER_MS);
}
