import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { EventLoopLagDto } from '../dto/about.dto';

const RESOLUTION_MS = 20;
const WINDOW_MS = 60_000;
const SECOND_IN_NS = 1e9;

/** Event-loop lag over the last full minute, or over the first one while it runs. */
@Injectable()
export class EventLoopLag implements OnModuleInit, OnModuleDestroy {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private lastMinute: EventLoopLagDto | undefined;
  private timer: NodeJS.Timeout | undefined;

  onModuleInit(): void {
    this.histogram.enable();
    this.timer = setInterval(() => {
      this.lastMinute = this.read();
      this.histogram.reset();
    }, WINDOW_MS).unref();
  }

  onModuleDestroy(): void {
    this.histogram.disable();
    clearInterval(this.timer);
  }

  get seconds(): EventLoopLagDto {
    return this.lastMinute ?? this.read();
  }

  private read(): EventLoopLagDto {
    const { mean, max } = this.histogram;
    return { mean: late(mean), p99: late(this.histogram.percentile(99)), max: late(max) };
  }
}

/** The histogram counts from one timer to the next; what goes beyond its own interval is lateness. */
function late(nanoseconds: number): number {
  const seconds = nanoseconds / SECOND_IN_NS - RESOLUTION_MS / 1000;
  return Number.isFinite(seconds) ? Number(Math.max(0, seconds).toFixed(6)) : 0;
}
