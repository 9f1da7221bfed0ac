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
import { authority, listen } from './ports/listeners';
import { ExporterLogger } from './logging/exporter-logger';
import { LogOutput } from './logging/log-output';
import { logWarnings } from './logging/warnings';
import { metricsApplication } from './metrics-application';
import { describeApi, serveApiDocumentation } from './openapi';
import { Ports } from './ports/ports';
import { Readiness } from './http/readiness';
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
    const output = new LogOutput();
    const core = await coreApplication(configuration, loggerTo(output, configuration));
    const metrics = await metricsApplication(core, configuration, () => output.droppedLines);
    const exporter = new Exporter(core, metrics, Ports.of(core, metrics));
    try {
      await exporter.open(configuration);
    } catch (error) {
      await exporter.stop();
      throw error;
    }
    exporter.logStart(configuration);
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

  private async open({ host, uiPort, metricsPort }: Configuration): Promise<void> {
    await listen(this.core, host, uiPort, 'UI_PORT');
    await listen(this.metrics, host, metricsPort, 'METRICS_PORT');
    await this.core.get(SupervisorService).reconcile();
    this.ports.watchFleet();
    this.core.get(Readiness).isReady = true;
  }

  private logStart(configuration: Configuration): void {
    const { host, uiPort, metricsPort, databasePath, adjusted } = configuration;
    for (const adjustment of adjusted) this.logger.warn('environment variable out of range', adjustment);
    this.logger.log('exporter started', {
      version: VERSION,
      database: databasePath,
      dashboard: authority(host, uiPort),
      metrics: authority(host, metricsPort),
      hosts: String(hostsOf(configuration)),
      more_hosts: 'set ALLOWED_HOSTS',
    });
  }
}

function loggerTo(output: LogOutput, { logLevel, logFormat }: Configuration): ExporterLogger {
  const logger = new ExporterLogger({ level: logLevel, format: logFormat, write: (line) => output.write(line) });
  output.onDropped = (lines) => logger.warn('log lines could not be written and were dropped', { lines });
  logWarnings(logger);
  return logger;
}

/** Makes the application of the dashboard's port; guards come before all that they guard. */
async function coreApplication(configuration: Configuration, logger: ExporterLogger): Promise<NestExpressApplication> {
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
  return core;
}
