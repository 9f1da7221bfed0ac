import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Decoder } from '@snp/catalogue';
import { SeriesStore } from '@snp/exposition';
import { SYSTEM_CLOCK, type Clock } from './common/clock';
import { COLLECTOR_OPTIONS, type CollectorOptions } from './common/collector-options';
import { DeviceLink } from './device/device-link';
import { DeviceReader } from './device/device-reader';
import { handshakeGate } from './device/handshake-gate';
import { PasswordTries } from './device/password-tries';
import { timing } from './device/timing';
import { ConnectionProbe } from './probe/connection-probe';
import { LoopMonitor } from './session/intake/pressure';
import { RetrySchedule } from './session/machine/retry-schedule';
import { SnpSession } from './session/session';
import { SESSION_DEPENDENCIES, type SessionDependencies } from './session/session-dependencies';
import { SessionEvents } from './session/session-events';
import { SNP_SESSION_FACTORY, type SnpSessionFactory } from './session/session-factory';
import { SupervisorService } from './supervisor/supervisor.service';

/** The links to the devices: one store, one supervisor, one session for each enabled connection. Needs ConnectionsModule. */
@Module({})
export class CollectorModule {
  static forRoot(options: CollectorOptions): DynamicModule {
    return {
      module: CollectorModule,
      global: true,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: COLLECTOR_OPTIONS, useValue: options },
        { provide: Decoder, useFactory: () => new Decoder(options.catalogue) },
        {
          provide: SeriesStore,
          useFactory: ({ families }: Decoder) =>
            new SeriesStore(families, { maxSeriesPerTarget: options.maxSeriesPerDevice }),
          inject: [Decoder],
        },
        DEPENDENCIES,
        SESSION_FACTORY,
        SessionEvents,
        SupervisorService,
        ConnectionProbe,
      ],
      exports: [SeriesStore, SupervisorService, SessionEvents, ConnectionProbe],
    };
  }
}

/** One session for each device, made by the supervisor when its connection is wanted. */
const SESSION_FACTORY: FactoryProvider<SnpSessionFactory> = {
  provide: SNP_SESSION_FACTORY,
  useFactory: (dependencies: SessionDependencies) => (connection) => new SnpSession(connection, dependencies),
  inject: [SESSION_DEPENDENCIES],
};

const DEPENDENCIES: FactoryProvider<SessionDependencies> = {
  provide: SESSION_DEPENDENCIES,
  useFactory: sessionDependencies,
  inject: [COLLECTOR_OPTIONS, Decoder, SeriesStore, SessionEvents],
};

/** What the sessions of this process share: the real clock, network, decoder and store. */
export function sessionDependencies(
  options: CollectorOptions,
  decoder: Decoder,
  store: SeriesStore,
  events: SessionEvents,
  clock: Clock = SYSTEM_CLOCK,
): SessionDependencies {
  const times = timing(options.interval);
  const gate = handshakeGate(options.maxConcurrentHandshakes);
  const tries = new PasswordTries(clock);
  return {
    clock,
    random: Math.random,
    timing: times,
    gate,
    retries: new RetrySchedule(clock),
    loop: new LoopMonitor(clock.monotonic),
    link: (target, listener, request) => new DeviceLink(target, listener, times.closingMs, tries, request),
    tries,
    reader: (credentials, lane, patience) => new DeviceReader(credentials, lane, patience, { clock, gate, tries }),
    decoder,
    store,
    events,
    // Half of what is promised: the rest is for doing it.
    maxDelayMs: (options.interval * 1000) / 2,
    pollPeriodMs: options.configPollSeconds * 1000,
    tagLabels: options.tagLabels,
  };
}
