import { Inject, Injectable } from '@nestjs/common';
import { SupervisorService, type Clock } from '@snp/collector';
import { FAMILIES } from '@snp/catalogue';
import { Database } from '@snp/database';
import { CLOCK, shown } from '../common/clock';
import type { AboutDto, DatabaseDto, ScrapeAddressesDto, SessionCountsDto } from '../dto/about.dto';
import type { CatalogueEntryDto } from '../dto/object.dto';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import { HEALTH_RULES } from '../health/rules';
import { JournalService } from '../journal/journal.service';
import { LIVE_OPTIONS, type LiveOptions } from '../common/live-options';
import { StreamHub } from '../stream/stream-hub';
import { EventLoopLag } from './event-loop-lag';

/** The exporter itself. */
@Injectable()
export class AboutService {
  constructor(
    @Inject(LIVE_OPTIONS) private readonly options: LiveOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly cache: ConnectionCache,
    private readonly sessions: SupervisorService,
    private readonly fleet: LiveFleet,
    private readonly lag: EventLoopLag,
    private readonly hub: StreamHub,
  ) {}

  /** @param host by which the exporter was reached */
  async about(host: string): Promise<AboutDto> {
    const { version, metricsPort, externalUrl } = this.options;
    const { rss, heapUsed } = process.memoryUsage();
    const uptime = process.uptime();
    return {
      version,
      node: process.version,
      started_at: shown(this.clock, this.clock.monotonic() - uptime * 1000),
      uptime_seconds: Math.floor(uptime),
      database: await this.databaseState(),
      sessions: this.sessionCounts(),
      memory: { rss_bytes: rss, heap_used_bytes: heapUsed },
      event_loop_lag_seconds: this.lag.seconds,
      series: this.seriesCount(),
      streams: { clients: this.hub.clientCount, limit: this.hub.clientLimit },
      health_rules: HEALTH_RULES.map(({ rule, level, when }) => ({ rule, level, when })),
      scrape: scrapeAddresses(externalUrl ? new URL(externalUrl).hostname : host, metricsPort),
      legacy_tls: this.options.allowLegacyTls ?? false,
    };
  }

  catalogue(): CatalogueEntryDto[] {
    return FAMILIES.map(({ name, type, unit, group, labels, help, source }) => ({
      name,
      type,
      unit: unit ?? null,
      group,
      labels: [...labels],
      help,
      source,
    }));
  }

  private async databaseState(): Promise<DatabaseDto> {
    const { sizeBytes, logMode } = await this.database.state();
    return {
      path: this.database.location,
      size_bytes: sizeBytes,
      journal_mode: logMode,
      fault: this.database.fault,
      journal_ok: this.journal.isStoring,
      journal_pending: this.journal.pending,
    };
  }

  private sessionCounts(): SessionCountsDto {
    const counts: SessionCountsDto = { connecting: 0, connected: 0, disconnected: 0, error: 0 };
    for (const connection of this.cache.all()) {
      if (!connection.enabled) continue;
      counts[this.fleet.device(connection.id).sessionSummary(connection, this.sessions.session(connection.id)).state]++;
    }
    return counts;
  }

  private seriesCount(): number {
    let count = 0;
    for (const session of this.sessions.sessions()) count += session.target?.seriesCount() ?? 0;
    return count;
  }
}

/** The scrape URLs under a host, on the metrics port. */
function scrapeAddresses(host: string, port: number): ScrapeAddressesDto {
  const name = /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(host) ? host : 'localhost';
  const base = `http://${name}:${port}`;
  return { metrics_url: `${base}/metrics`, sd_url: `${base}/sd`, probe_url: `${base}/probe` };
}
