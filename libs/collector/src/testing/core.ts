import type { LoggerService } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Decoder } from '@snp/catalogue';
import { ConnectionChanges } from '@snp/connections';
import { SeriesStore } from '@snp/exposition';
import { CollectorModule, sessionDependencies } from '../collector.module';
import { COLLECTOR_OPTIONS, type CollectorOptions } from '../common/collector-options';
import { SESSION_DEPENDENCIES, type SessionDependencies } from '../session/session-dependencies';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import { SupervisorService } from '../supervisor/supervisor.service';
import { OPTIONS } from './bench';
import { FakeConnections, FakeConnectionsModule, FakeStates } from './fake-connections';

const nothing = (): void => undefined;
const SILENT: LoggerService = { log: nothing, warn: nothing, error: nothing };

/** The collector as Nest puts it together, over connections that the test decides about. */
export class Core {
  readonly connections = new FakeConnections();
  readonly states = new FakeStates();
  readonly changes = new ConnectionChanges();
  readonly events: SessionEvent[] = [];
  private module: TestingModule | undefined;

  /** @param replaced parts of the real dependencies of sessions that are replaced */
  static async start(
    replaced: Partial<SessionDependencies> = {},
    options: Partial<CollectorOptions> = {},
    rows: FakeConnections['rows'] = [],
  ): Promise<Core> {
    const core = new Core();
    core.connections.rows = rows;
    core.module = await Test.createTestingModule({
      imports: [
        FakeConnectionsModule.with(core.connections, core.states, core.changes),
        CollectorModule.forRoot({ ...OPTIONS, ...options }),
      ],
    })
      .setLogger(SILENT)
      .overrideProvider(SESSION_DEPENDENCIES)
      .useFactory({
        factory: (...[options, decoder, store, events]: Parameters<typeof sessionDependencies>) => ({
          ...sessionDependencies(options, decoder, store, events, replaced.clock),
          ...replaced,
        }),
        inject: [COLLECTOR_OPTIONS, Decoder, SeriesStore, SessionEvents],
      })
      .compile();
    core.module.get(SessionEvents).events$.subscribe((event) => core.events.push(event));
    await core.module.init();
    await core.supervisor.reconcile();
    return core;
  }

  get supervisor(): SupervisorService {
    return this.nest.get(SupervisorService);
  }

  get store(): SeriesStore {
    return this.nest.get(SeriesStore);
  }

  get dependencies(): SessionDependencies {
    return this.nest.get(SESSION_DEPENDENCIES);
  }

  get nest(): TestingModule {
    if (this.module === undefined) throw new Error('Not started');
    return this.module;
  }

  /** Announces that something has changed and waits until it is acted on. */
  async announce(...ids: number[]): Promise<void> {
    this.changes.announce(ids.length > 0 ? { kind: 'changed', ids } : { kind: 'reload' });
    await this.supervisor.reconcile();
  }

  stop(): Promise<void> {
    return this.nest.close();
  }
}
