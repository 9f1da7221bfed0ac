import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { CLOCK, shown } from '../common/clock';
import type { HistoryDto, HistorySeriesDto } from '../dto/history.dto';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import { HISTORY_SERIES, startOfStep, STEP_SECONDS, stepOf, STEPS } from '../history/device-history';

/** The last hour of a device. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 */
  async lastHour(id: number): Promise<HistoryDto> {
    await this.cache.find(id);
    const now = this.clock.monotonic();
    const { history } = this.fleet.device(id);
    return {
      from: shown(this.clock, startOfStep(stepOf(now) - STEPS + 1)),
      step_seconds: STEP_SECONDS,
      series: Object.fromEntries(
        HISTORY_SERIES.map((series) => [series, history.read(series, now)]),
      ) as unknown as HistorySeriesDto,
    };
  }
}
