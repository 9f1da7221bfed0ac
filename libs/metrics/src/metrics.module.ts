import { Inject, Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { EXPORTER_GROUP } from '@snp/catalogue';
import {
  AnswersModule,
  refuseCompressedBodies,
  refuseForeignHosts,
  refuseForeignPages,
  refuseOtherMethods,
  type PathMethods,
} from '@snp/http';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { Registry } from 'prom-client';
import { DiscoveryController } from './discovery/discovery.controller';
import { LandingController } from './discovery/landing.controller';
import { LifecycleController } from './discovery/lifecycle.controller';
import { exporterMetrics } from './exporter/exporter-metrics';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics-options';
import { ExpositionService } from './scrape/exposition.service';
import { PlainTextFilter } from './scrape/plain-text.filter';
import { ScrapeController } from './scrape/scrape.controller';

const PATHS: readonly PathMethods[] = [
  ...['/', '/metrics', '/probe', '/sd', '/-/healthy', '/-/ready'].map((path) => ({ path, methods: ['GET', 'HEAD'] })),
  // A request for the headers alone must not reload.
  { path: '/-/reload', methods: ['GET', 'POST', 'PUT'] },
];

/** Prometheus scrapes by whatever name it has for this machine; nothing of this can be changed from here. */
const ANY_HOST = /^\/(metrics|probe|sd|-)(\/|$)/i;

/** The port that Prometheus scrapes: the root of a small application of its own. */
@Module({})
export class MetricsModule implements NestModule {
  static forRoot(options: MetricsOptions): DynamicModule {
    const registry = new Registry();
    const isEnabled = options.enabledGroups.has(EXPORTER_GROUP);
    const prometheus = PrometheusModule.register({
      defaultMetrics: { enabled: isEnabled, config: { register: registry } },
    });
    return {
      module: MetricsModule,
      // Its own controller would serve prom-client's metrics alone.
      imports: [{ ...prometheus, controllers: [] }, AnswersModule.forRoot({ port: 'metrics' })],
      controllers: [ScrapeController, DiscoveryController, LandingController, LifecycleController],
      providers: [
        { provide: METRICS_OPTIONS, useValue: options },
        { provide: APP_FILTER, useClass: PlainTextFilter },
        ...exporterMetrics(registry),
        ExpositionService,
      ],
    };
  }

  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  configure(consumer: MiddlewareConsumer): void {
    const { hosts, externalUrl } = this.options;
    const guards = [refuseForeignHosts(hosts, (path) => ANY_HOST.test(path)), refuseForeignPages(externalUrl)];
    consumer.apply(...guards, refuseCompressedBodies, refuseOtherMethods(PATHS)).forRoutes('{*path}');
  }
}
