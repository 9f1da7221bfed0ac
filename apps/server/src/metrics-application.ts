import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GROUPS } from '@snp/catalogue';
import { SessionEvents, SupervisorService } from '@snp/collector';
import { ConnectionChanges, ConnectionsService } from '@snp/connections';
import { Database } from '@snp/database';
import { SeriesStore } from '@snp/exposition';
import { ExporterMetrics, MetricsModule, securityHeaders } from '@snp/metrics';
import type { Configuration } from './configuration/configuration';
import { hostsOf, trustProxies } from './http/guards';
import { Readiness } from './http/readiness';
import { VERSION } from './version';

/**
 * Makes the small application of the metrics port, which is given the instances of the core.
 * @param droppedLogLines log lines that could not be written since the start
 */
export async function metricsApplication(
  core: NestExpressApplication,
  configuration: Configuration,
  droppedLogLines: () => number,
): Promise<NestExpressApplication> {
  const supervisor = core.get(SupervisorService);
  const connections = core.get(ConnectionsService);
  const database = core.get(Database);
  const changes = core.get(ConnectionChanges);
  const module = MetricsModule.forRoot({
    version: VERSION,
    store: core.get(SeriesStore),
    groups: GROUPS,
    enabledGroups: new Set(configuration.metricGroups),
    hosts: hostsOf(configuration),
    externalUrl: configuration.externalUrl,
    facts: {
      sessionsByState: () => supervisor.countByState(),
      isDatabaseUsable: () => supervisor.isDatabaseUsable && database.fault === null,
      droppedLogLines,
      lastReconciledAt: () => supervisor.lastReconciledAt,
    },
    targets: () => connections.wanted(),
    reload: () => changes.announce({ kind: 'reload' }),
    isReady: () => core.get(Readiness).isReady,
  });
  const application = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
  });
  trustProxies(application, configuration);
  application.disable('x-powered-by');
  application.use(securityHeaders);
  const own = application.get(ExporterMetrics);
  core.get(SessionEvents).statusSeconds$.subscribe((seconds) => own.observeDecode(seconds));
  return application;
}
