import { Module, type DynamicModule } from '@nestjs/common';
import { CollectorModule } from '@snp/collector';
import {
  CONNECTIONS_ENTITIES,
  CONNECTIONS_LEGACY_TABLES,
  CONNECTIONS_MIGRATIONS,
  ConnectionsModule,
} from '@snp/connections';
import { DatabaseModule } from '@snp/database';
import { AnswersModule } from '@snp/http';
import { LIVE_ENTITIES, LIVE_MIGRATIONS, LiveModule } from '@snp/live';
import type { Configuration } from './configuration/configuration';
import { HealthController } from './http/health.controller';
import { Readiness } from './http/readiness';
import { VERSION } from './version';

/** Unread answers of the dashboard's port: people wait longer for one than a scraper does, and half as much is held. */
const DASHBOARD_ANSWERS = { port: 'dashboard', roomMs: 30_000, maxBytes: 128 * 2 ** 20 };

/** The core: one store, one supervisor, one data source, and the API on the dashboard's port. */
@Module({})
export class AppModule {
  static with(configuration: Configuration): DynamicModule {
    const { allowInsecureDevices, allowLegacyTls, databasePath } = configuration;
    return {
      module: AppModule,
      imports: [
        AnswersModule.forRoot(DASHBOARD_ANSWERS),
        DatabaseModule.forRoot({
          path: databasePath,
          mayCreateBesideRemains: configuration.createDatabase,
          entities: [...CONNECTIONS_ENTITIES, ...LIVE_ENTITIES],
          migrations: [...CONNECTIONS_MIGRATIONS, ...LIVE_MIGRATIONS],
          legacyTables: CONNECTIONS_LEGACY_TABLES,
        }),
        ConnectionsModule.forRoot({ allowInsecureDevices, allowLegacyTls }),
        CollectorModule.forRoot({
          interval: configuration.interval,
          pollInterval: configuration.pollInterval,
          configPollSeconds: configuration.configPollSeconds,
          maxConcurrentHandshakes: configuration.maxConcurrentHandshakes,
          maxSeriesPerDevice: configuration.maxSeriesPerDevice,
          tagLabels: configuration.tagLabels,
          allowInsecureDevices,
          allowLegacyTls,
          catalogue: {
            groups: new Set(configuration.metricGroups),
            receivers: configuration.receivers,
            senders: configuration.senders,
            legacyTimeLabels: configuration.legacyTimeLabels,
          },
        }),
        LiveModule.forRoot({
          version: VERSION,
          metricsPort: configuration.metricsPort,
          externalUrl: configuration.externalUrl,
          allowLegacyTls,
        }),
      ],
      controllers: [HealthController],
      providers: [Readiness],
    };
  }
}
