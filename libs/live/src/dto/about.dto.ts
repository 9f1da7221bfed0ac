import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableCount, NullableText, Word } from './fields';
import { HEALTH_LEVELS, type HealthLevel } from './words';

export class DatabaseDto {
  @ApiProperty({ description: 'Path of the database file', example: '/etc/snp_exporter/connections.db' })
  path!: string;

  @NullableCount('Size of the file and its write-ahead log, bytes; null if unreadable', 73728)
  size_bytes!: number | null;

  @NullableText('SQLite journal mode; null if unreadable', 'wal')
  journal_mode!: string | null;

  @NullableText(
    'Why changes are refused, and what to do: the file was removed or replaced; null if it is in place',
    'connections.db was removed or moved; put it back, or restore a backup and restart the exporter',
  )
  fault!: string | null;

  @ApiProperty({ description: 'Whether events are being written', example: true })
  journal_ok!: boolean;

  @Count('Events waiting to be written', 0)
  journal_pending!: number;
}

export class SessionCountsDto {
  @Count('Connecting', 1)
  connecting!: number;

  @Count('Connected and delivering statuses', 94)
  connected!: number;

  @Count('Disconnected, retrying', 1)
  disconnected!: number;

  @Count('In error: action needed', 2)
  error!: number;
}

export class MemoryDto {
  @Count('Resident memory of the process, bytes', 120586240)
  rss_bytes!: number;

  @Count('JavaScript heap in use, bytes', 48234496)
  heap_used_bytes!: number;
}

export class EventLoopLagDto {
  @ApiProperty({ type: Number, description: 'Mean, seconds', example: 0.0007 })
  mean!: number;

  @ApiProperty({ type: Number, description: '99th percentile, seconds', example: 0.004 })
  p99!: number;

  @ApiProperty({ type: Number, description: 'Longest, seconds', example: 0.021 })
  max!: number;
}

/** A rule by which the health of a device is judged. */
export class HealthRuleDto {
  @ApiProperty({ description: 'Name of the rule', example: 'ptp_unlocked' })
  rule!: string;

  @Word('Health level of a device that violates the rule', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({
    description: 'Condition that violates the rule',
    example: 'PTP has not been locked for more than 10 s',
  })
  when!: string;
}

export class ScrapeAddressesDto {
  @ApiProperty({ description: 'All devices in one scrape', example: 'http://exporter:8000/metrics' })
  metrics_url!: string;

  @ApiProperty({ description: 'Service discovery over HTTP', example: 'http://exporter:8000/sd' })
  sd_url!: string;

  @ApiProperty({ description: 'A single device, with `?target=NAME`', example: 'http://exporter:8000/probe' })
  probe_url!: string;
}

export class StreamDto {
  @Count('Open event streams', 3)
  clients!: number;

  @Count('Maximum number of event streams', 200)
  limit!: number;
}

/** The exporter itself. */
export class AboutDto {
  @ApiProperty({ description: 'Version of the exporter', example: '0.1.0' })
  version!: string;

  @ApiProperty({ description: 'Version of Node.js', example: 'v24.11.0' })
  node!: string;

  @Moment('Start time of the exporter')
  started_at!: string;

  @Count('Seconds since the start', 86400)
  uptime_seconds!: number;

  @ApiProperty({ type: () => DatabaseDto })
  database!: DatabaseDto;

  @ApiProperty({ type: () => SessionCountsDto, description: 'Sessions by state' })
  sessions!: SessionCountsDto;

  @ApiProperty({ type: () => MemoryDto })
  memory!: MemoryDto;

  @ApiProperty({ type: () => EventLoopLagDto, description: 'Event-loop lag over the last minute' })
  event_loop_lag_seconds!: EventLoopLagDto;

  @Count('Series of all devices', 70000)
  series!: number;

  @ApiProperty({ type: () => StreamDto, description: 'Dashboards and other clients of the event stream' })
  streams!: StreamDto;

  @ApiProperty({ type: () => [HealthRuleDto], description: 'Health rules, worst first' })
  health_rules!: HealthRuleDto[];

  @ApiProperty({ type: () => ScrapeAddressesDto, description: 'URLs to scrape' })
  scrape!: ScrapeAddressesDto;

  @ApiProperty({ description: 'Whether connections may use legacy TLS (`LEGACY_TLS`)', example: false })
  legacy_tls!: boolean;
}
