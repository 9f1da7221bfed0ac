import {
  All,
  Controller,
  Get,
  Header,
  Inject,
  ServiceUnavailableException,
  type OnModuleDestroy,
} from '@nestjs/common';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { Paced } from './paced';

/** Scripts may ask for it as often as they like; the database is read once a second, ms. */
const RELOAD_PAUSE_MS = 1_000;

const TEXT = 'text/plain; charset=utf-8';

/** The management endpoints that Prometheus' own programs have too. */
@Controller('-')
export class LifecycleController implements OnModuleDestroy {
  private readonly reloads: Paced;

  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {
    this.reloads = new Paced(() => options.reload(), RELOAD_PAUSE_MS);
  }

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

  /** Re-reads the connections from the database, at most once a second. */
  @All('reload')
  @Header('Content-Type', TEXT)
  reload(): string {
    this.reloads.request();
    return 'config reloaded';
  }

  onModuleDestroy(): void {
    this.reloads.stop();
  }
}
