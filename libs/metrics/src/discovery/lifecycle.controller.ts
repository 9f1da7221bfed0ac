import { All, Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';

const TEXT = 'text/plain; charset=utf-8';

/** The management endpoints that Prometheus' own programs have too. */
@Controller('-')
export class LifecycleController {
  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  /** The process answers. */
  @Get('healthy')
  @Header('Content-Type', TEXT)
  healthy(): string {
    return 'healthy\n';
  }

  /** The sessions of all connections have been started. */
  @Get('ready')
  @Header('Content-Type', TEXT)
  ready(): string {
    if (!this.options.isReady()) throw new ServiceUnavailableException('still starting');
    return 'ready\n';
  }

  /** Re-reads the connections from the database, now. */
  @All('reload')
  @Header('Content-Type', TEXT)
  reload(): string {
    this.options.reload();
    return 'config reloaded';
  }
}
