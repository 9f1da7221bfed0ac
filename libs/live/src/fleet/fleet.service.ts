import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { CLOCK, moment } from '../common/clock';
import type { FleetDeviceDto, FleetDto, HealthCountsDto } from '../dto/fleet.dto';
import { STEP_SECONDS } from '../history/device-history';
import { LiveFleet } from './live-fleet';
import { ConnectionCache } from './connection-cache';

/** Ten minutes. */
const SPARKLINE_STEPS = 60;

/** The whole fleet in one answer. */
@Injectable()
export class FleetService {
  constructor(
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async overview(): Promise<FleetDto> {
    await this.cache.current();
    const now = this.clock.monotonic();
    const connections = [...this.cache.all()].sort((left, right) => byName.compare(left.name, right.name));
    const devices = connections.map((connection): FleetDeviceDto => {
      const offsets = this.fleet.device(connection.id).history.read('ptp_offset_seconds', now, SPARKLINE_STEPS);
      const sparkline = { step_seconds: STEP_SECONDS, ptp_offset_seconds: offsets };
      return { ...this.fleet.summary(connection), sparkline };
    });
    return { generated_at: moment(this.clock.now()), counts: countsOf(devices), devices };
  }
}

/** SNP-2 before SNP-10. */
const byName = new Intl.Collator('en', { numeric: true });

function countsOf(devices: readonly FleetDeviceDto[]): HealthCountsDto {
  const counts: HealthCountsDto = { healthy: 0, degraded: 0, failed: 0, no_data: 0, off: 0 };
  for (const { health } of devices) counts[health.level]++;
  return counts;
}
