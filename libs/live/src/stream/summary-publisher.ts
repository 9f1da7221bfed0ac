import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { CLOCK } from '../common/clock';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import { StreamHub } from './stream-hub';

/** Minimum interval between two summaries of a device, ms. */
const INTERVAL_MS = 1_000;

/** Sends the summaries of devices that have changed to the stream. */
@Injectable()
export class SummaryPublisher {
  private readonly sent = new Map<number, { json: string; at: number }>();

  constructor(
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    private readonly hub: StreamHub,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called several times a second; does nothing without clients. */
  publish(): void {
    if (this.hub.clientCount === 0) return;
    const now = this.clock.monotonic();
    const changed: { id: number; json: string }[] = [];
    for (const device of this.fleet.all()) {
      const before = this.sent.get(device.id);
      if (!device.isDirty || (before !== undefined && now - before.at < INTERVAL_MS)) continue;
      device.isDirty = false;
      const connection = this.cache.get(device.id);
      if (connection === undefined) continue;
      const json = JSON.stringify(this.fleet.summary(connection));
      if (json === before?.json) continue;
      this.sent.set(device.id, { json, at: now });
      changed.push({ id: device.id, json });
    }
    // Also without a change, for clients with pending summaries.
    this.hub.publishSummaries(changed);
  }

  forget(id: number): void {
    this.sent.delete(id);
    this.hub.forget(id);
  }
}
