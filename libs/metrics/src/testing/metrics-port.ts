import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SeriesStore, type Family } from '@snp/exposition';
import { AllowedHosts, AnswerLimits } from '@snp/http';
import type { AddressInfo, Server } from 'node:net';
import type { MetricsOptions, ScrapeTarget } from '../metrics-options';
import { MetricsModule } from '../metrics.module';

const FAMILIES: readonly Family[] = [
  { name: 'ic_snp_ptp_locked', type: 'gauge', help: 'Locked.', labels: [], group: 'ptp' },
  { name: 'ic_snp_network_receive_packets_total', type: 'counter', help: 'Packets.', labels: [], group: 'network' },
];

export const GROUPS = ['ptp', 'network', 'exporter'];

/** A connection as the port is told of it. */
export function connection(name: string, changes: Partial<ScrapeTarget> = {}): ScrapeTarget {
  return { id: 1, name, restapi: 'https://10.0.0.1:9089', enabled: true, tags: {}, ...changes };
}

/** A store with two series of each of these targets. */
export function storeOf(...names: string[]): SeriesStore {
  const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 100 });
  for (const name of names) addTarget(store, name);
  return store;
}

export function addTarget(store: SeriesStore, name: string): void {
  store.addTarget(name).write('ptp/ptp', (sink) => {
    sink.sample(0, '', 1);
    sink.sample(1, '', 12);
  });
}

/** So many targets that their exposition takes many pieces, and some expositions do not fit into a socket's buffers. */
export const LARGE = 15_000;

export function largeStore(): SeriesStore {
  return storeOf(...Array.from({ length: LARGE }, (_, at) => `device ${at} with a name of some length`));
}

/** The metrics port as the server makes it, on loopback. */
export class MetricsPort {
  private constructor(
    private readonly app: INestApplication,
    readonly url: string,
  ) {}

  static async start({
    answerLimits,
    ...changes
  }: Partial<MetricsOptions & { answerLimits: AnswerLimits }> = {}): Promise<MetricsPort> {
    const options: MetricsOptions = {
      version: '1.2.3',
      store: storeOf('MCR 1'),
      groups: GROUPS,
      hosts: new AllowedHosts([]),
      enabledGroups: new Set(GROUPS),
      facts: {
        sessionsByState: () => ({ connected: 1, error: 0 }),
        isDatabaseUsable: () => true,
        droppedLogLines: () => 7,
        lastReconciledAt: () => 1_770_000_000_000,
      },
      targets: () => Promise.resolve([connection('MCR 1'), connection('spare', { enabled: false })]),
      reload: () => undefined,
      isReady: () => true,
      ...changes,
    };
    const testing = Test.createTestingModule({ imports: [MetricsModule.forRoot(options)] });
    if (answerLimits) testing.overrideProvider(AnswerLimits).useValue(answerLimits);
    const module = await testing.compile();
    const app = module.createNestApplication({ logger: false });
    await app.listen(0, '127.0.0.1');
    return new MetricsPort(app, await app.getUrl());
  }

  get port(): number {
    return (this.app.getHttpServer().address() as AddressInfo).port;
  }

  /** Connections that are open now. */
  connections(): Promise<number> {
    const server = this.app.getHttpServer() as Server;
    return new Promise((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  get<T>(token: new (...dependencies: never[]) => T): T {
    return this.app.get<T>(token);
  }

  async stop(): Promise<void> {
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
  }
}
