import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Decoder } from '@snp/catalogue';
import { SeriesStore } from '@snp/exposition';
import { SYSTEM_CLOCK } from './clock';
import { COLLECTOR_OPTIONS, type CollectorOptions } from './collector-options';
import { DeviceLink } from './device/device.link';
import { DeviceReader } from './device/device.reader';
import { handshakeGate } from './device/gate';
import { ConnectionProbe } from './probe/connection-probe';
import { AttemptCalendar } from './session/attempt-calendar';
import { LoopWatch } from './session/pressure';
import { SessionEvents } from './session/session-events';
import { SESSION_SURROUNDINGS, type SessionSurroundings } from './session/session-surroundings';
import { SnpSessionFactory } from './session/session.factory';
import { timing } from './session/timing';
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
        SURROUNDINGS,
        SessionEvents,
        SnpSessionFactory,
        SupervisorService,
        ConnectionProbe,
      ],
      exports: [SeriesStore, SupervisorService, SessionEvents, ConnectionProbe],
    };
  }
}

const SURROUNDINGS: Provider = {
  provide: SESSION_SURROUNDINGS,
  useFactory: surroundings,
  inject: [COLLECTOR_OPTIONS, Decoder, SeriesStore, SessionEvents],
};

/** The real world, as sessions see it. */
export function surroundings(
  options: CollectorOptions,
  decoder: Decoder,
  store: SeriesStore,
  events: SessionEvents,
): SessionSurroundings {
  const clock = SYSTEM_CLOCK;
  const times = timing(options.interval);
  const gate = handshakeGate(options.maxConcurrentHandshakes);
  return {
    clock,
    random: Math.random,
    timing: times,
    gate,
    calendar: new AttemptCalendar(),
    loop: new LoopWatch(clock.monotonic),
    link: (target, listener) => new DeviceLink(target, listener, times.closingMs),
    reader: (credentials, lane) => new DeviceReader(credentials, lane, { clock, gate, timing: times }),
    decoder,
    store,
    events,
    // Half of what is promised: the rest is for doing it.
    patienceMs: (options.interval * 1000) / 2,
    pollPeriodMs: options.configPollSeconds * 1000,
    tagLabels: options.tagLabels,
  };
}
