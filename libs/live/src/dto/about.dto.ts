import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableCount, NullableText, Word } from './fields';
import { HEALTH_LEVELS, type HealthLevel } from './words';

export class DatabaseDto {
  @ApiProperty({ description: 'The file', example: '/etc/snp_exporter/connections.db' })
  path!: string;

  @NullableCount('Size of the file and its write-ahead log, bytes; null where it cannot be read', 73728)
  size_bytes!: number | null;

  @NullableText('How SQLite keeps its journal; null where it cannot be read', 'wal')
  journal_mode!: string | null;

  @ApiProperty({ description: 'Whether events reach the database', example: true })
  journal_ok!: boolean;

  @Count('Events that wait to be written', 0)
  journal_pending!: number;
}

export class SessionCountsDto {
  @Count('On the way', 1)
  connecting!: number;

  @Count('Delivering statuses', 94)
  connected!: number;

  @Count('Lost and tried again', 1)
  disconnected!: number;

  @Count('Someone must act', 2)
  error!: number;
}

export class MemoryDto {
  @Count('Memory of the process, bytes', 120586240)
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

  @Word('What it makes of the device', HEALTH_LEVELS, 'failed')
  level!: HealthLevel;

  @ApiProperty({ description: 'When it is broken', example: 'PTP is not locked for more than 10 s' })
  when!: string;
}

export class ScrapeAddressesDto {
  @ApiProperty({ description: 'Every device in one scrape', example: 'http://exporter:8000/metrics' })
  metrics_url!: string;

  @ApiProperty({ description: 'Service discovery over HTTP', example: 'http://exporter:8000/sd' })
  sd_url!: string;

  @ApiProperty({ description: 'One device, with `?target=NAME`', example: 'http://exporter:8000/probe' })
  probe_url!: string;
}

export class StreamDto {
  @Count('Event streams that are open', 3)
  clients!: number;

  @Count('Event streams that may be open', 200)
  limit!: number;
}

/** The exporter itself. */
export class AboutDto {
  @ApiProperty({ description: 'Version of the exporter', example: '0.1.0' })
  version!: string;

  @ApiProperty({ description: 'Version of Node.js', example: 'v24.11.0' })
  node!: string;

  @Moment('When the exporter was started')
  started_at!: string;

  @Count('Seconds since then', 86400)
  uptime_seconds!: number;

  @ApiProperty({ type: () => DatabaseDto })
  database!: DatabaseDto;

  @ApiProperty({ type: () => SessionCountsDto, description: 'Sessions by state' })
  sessions!: SessionCountsDto;

  @ApiProperty({ type: () => MemoryDto })
  memory!: MemoryDto;

  @ApiProperty({ type: () => EventLoopLagDto, description: 'How late the process is, over the last minute' })
  event_loop_lag_seconds!: EventLoopLagDto;

  @Count('Series held of all devices', 70000)
  series!: number;

  @ApiProperty({ type: () => StreamDto, description: 'Open dashboards and other listeners' })
  streams!: StreamDto;

  @ApiProperty({ type: () => [HealthRuleDto], description: 'By what the health of a device is judged, worst first' })
  health_rules!: HealthRuleDto[];

  @ApiProperty({ type: () => ScrapeAddressesDto, description: 'What Prometheus asks' })
  scrape!: ScrapeAddressesDto;
}
