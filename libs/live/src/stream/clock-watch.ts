import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { CLOCK } from '../common/clock';
import { StreamHub } from './stream-hub';

/** Less than this is adjusted by NTP every now and then, and shows nowhere. */
const STEP_MS = 1_000;

/** Notices that the system clock changed: every date that clients have of what still lasts is then another one. */
@Injectable()
export class ClockWatch {
  private readonly logger = new Logger('Clock');
  private epoch: number;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly hub: StreamHub,
  ) {
    this.epoch = clock.dateOf(0);
  }

  /** To be called before summaries are published. */
  check(): void {
    const step = this.clock.dateOf(0) - this.epoch;
    this.epoch += step;
    if (Math.abs(step) < STEP_MS) return;
    this.logger.warn('system clock changed', { by_seconds: step / 1000 });
    this.hub.publish('reset', {});
  }
}
