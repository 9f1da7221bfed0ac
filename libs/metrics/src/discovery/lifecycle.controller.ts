import { All, Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';

const TEXT = 'text/plain; charset=utf-8';

/** What Prometheus' own programs have below `/-/`. */
@Controller('-')
export class LifecycleController {
  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  /** The process answers. */
  @Get('healthy')
  @Header('Content-Type', TEXT)
  healthy(): string {
    return 'healthy\n';
  }

  /** The first look at the wanted connections is done. */
  @Get('ready')
  @Header('Content-Type', TEXT)
  ready(): string {
    if (!this.options.isReady()) throw new ServiceUnavailableException('still starting');
    return 'ready\n';
  }

  /** Compares what is wanted with what runs, now. */
  @All('reload')
  @Header('Content-Type', TEXT)
  reload(): string {
    this.options.reload();
    return 'config reloaded';
  }
}
