import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SupervisorService } from '@snp/collector';
import { ConnectionChanges } from '@snp/connections';
import { installApiParsers, ProblemFilter, refuseOtherMethods } from '@snp/http';
import { join } from 'node:path';
import { AppModule } from './app.module';
import type { Configuration } from './configuration/configuration';
import { protectAndCompress, serveDashboard } from './http/dashboard';
import { boundReads, guardRequests, hostsOf } from './http/guards';
import { methodsOf } from './http/methods';
import { authority, listen } from './listeners';
import { ExporterLogger } from './logging/exporter-logger';
import { LogOutput } from './logging/log-output';
import { logWarnings } from './logging/warnings';
import { metricsApplication } from './metrics-application';
import { describeApi, serveApiDocumentation } from './openapi';
import { Ports } from './ports/ports';
import { Readiness } from './readiness';
import { VERSION } from './version';

/** Where the build puts the dashboard, beside this program. */
const DASHBOARD = join(__dirname, '../dashboard/browser');

/** Answers that are under way when the program is told to end may take this long, in milliseconds. */
const FAREWELL_MS = 3_000;

/** The running program: the core with the API and the dashboard on one port, the metrics on the other. */
export class Exporter {
  private readonly logger = new Logger('Exporter');

  private constructor(
    private readonly core: NestExpressApplication,
    private readonly metrics: NestExpressApplication,
    private readonly ports: Ports,
  ) {}

  /**
   * Opens the database and both ports, and starts a session for every wanted connection.
   * @throws DatabaseUnusable, PortUnavailable
   */
  static async start(configuration: Configuration): Promise<Exporter> {
    const { logLevel, logFormat, host, uiPort, metricsPort, databasePath } = configuration;
    const output = new LogOutput();
    const logger = new ExporterLogger({ level: logLevel, format: logFormat, write: (line) => output.write(line) });
    output.onDropped = (lines) => logger.warn('log lines could not be written and were dropped', { lines });
    logWarnings(logger);
    const core = await NestFactory.create<NestExpressApplication>(AppModule.with(configuration), {
      logger,
      bodyParser: false,
      abortOnError: false,
    });
    protectAndCompress(core);
    guardRequests(core, configuration);
    boundReads(core);
    installApiParsers(core);
    serveDashboard(core, DASHBOARD, configuration.basePath);
    core.useGlobalFilters(new ProblemFilter());
    const document = describeApi(core, VERSION);
    core.use(refuseOtherMethods(methodsOf(document)));
    serveApiDocumentation(core, document, configuration.basePath);
    const metrics = await metricsApplication(core, configuration, () => output.droppedLines);
    const exporter = new Exporter(core, metrics, Ports.of(core, metrics));
    try {
      await listen(core, host, uiPort, 'UI_PORT');
      await listen(metrics, host, metricsPort, 'METRICS_PORT');
      await core.get(SupervisorService).reconcile();
      exporter.ports.watchFleet();
    } catch (error) {
      await exporter.stop();
      throw error;
    }
    core.get(Readiness).isReady = true;
    for (const adjustment of configuration.adjusted) {
      exporter.logger.warn('environment variable out of range', adjustment);
    }
    exporter.logger.log('exporter started', {
      version: VERSION,
      database: databasePath,
      dashboard: authority(host, uiPort),
      metrics: authority(host, metricsPort),
      hosts: String(hostsOf(configuration)),
      more_hosts: 'set ALLOWED_HOSTS',
    });
    return exporter;
  }

  /** Re-reads the connections from the database, now. */
  reload(): void {
    this.logger.log('connections re-read on SIGHUP');
    this.core.get(ConnectionChanges).announce({ kind: 'reload' });
  }

  /** Ends every session and closes both ports; what is under way has three seconds. */
  async stop(): Promise<void> {
    this.core.get(Readiness).isReady = false;
    const applications = [this.core, this.metrics];
    const impatient = setTimeout(() => {
      for (const application of applications) application.getHttpServer().closeAllConnections();
    }, FAREWELL_MS);
    await this.core.get(SupervisorService).stop();
    await Promise.all(applications.map((application) => application.close()));
    clearTimeout(impatient);
    this.ports.close();
    this.logger.log('exporter stopped');
  }
}
