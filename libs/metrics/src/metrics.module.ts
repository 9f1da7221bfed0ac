import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { DiscoveryController } from './discovery/discovery.controller';
import { LandingController } from './discovery/landing.controller';
import { LifecycleController } from './discovery/lifecycle.controller';
import { EXPORTER_METRICS, ExporterMetrics } from './exporter/exporter-metrics';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics-options';
import { allowedMethods } from './scrape/allowed-methods';
import { ExpositionService } from './scrape/exposition.service';
import { PlainTextFilter } from './scrape/plain-text.filter';
import { ScrapeController } from './scrape/scrape.controller';

/** The port that Prometheus scrapes: the root of a small application of its own. */
@Module({})
export class MetricsModule implements NestModule {
  static forRoot(options: MetricsOptions): DynamicModule {
    return {
      module: MetricsModule,
      // Its own controller would serve prom-client's metrics alone.
      imports: [{ ...PrometheusModule.register(), controllers: [] }],
      controllers: [ScrapeController, DiscoveryController, LandingController, LifecycleController],
      providers: [
        { provide: METRICS_OPTIONS, useValue: options },
        { provide: APP_FILTER, useClass: PlainTextFilter },
        ...EXPORTER_METRICS,
        ExporterMetrics,
        ExpositionService,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(allowedMethods).forRoutes('{*path}');
  }
}
