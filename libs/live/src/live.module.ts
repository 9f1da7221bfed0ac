import { Module, type Abstract, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { ConnectionProbe, SupervisorService } from '@snp/collector';
import { ConnectionsService } from '@snp/connections';
import { AboutService } from './about/about.service';
import { EventLoopLag } from './about/event-loop-lag';
import { DeviceActionsService } from './actions/device-actions.service';
import { ProbeTargets } from './actions/probe-targets';
import { AboutController } from './api/about.controller';
import { DeviceActionsController } from './api/device-actions.controller';
import { DeviceController } from './api/device.controller';
import { FleetController } from './api/fleet.controller';
import { StreamController } from './api/stream.controller';
import { Clock, SYSTEM_CLOCK } from './clock';
import { DeviceService } from './device/device.service';
import { LiveFeed } from './feed/live-feed';
import { SessionFeed } from './feed/session-feed';
import { AlarmsService } from './fleet/alarms.service';
import { FleetService } from './fleet/fleet.service';
import { LiveFleet } from './fleet/live-fleet';
import { Roster } from './fleet/roster';
import { HistoryService } from './history/history.service';
import { JournalRepository } from './journal/journal.repository';
import { JournalService } from './journal/journal.service';
import { LIVE_OPTIONS, type LiveOptions } from './live-options';
import { Connections, DeviceProbe, Sessions } from './ports';
import { StreamHub } from './stream/stream-hub';
import { STREAM_SETTINGS, StreamSettings } from './stream/stream-settings';
import { SummaryPublisher } from './stream/summary-publisher';

/** Gives a port what another room has for it; the compiler sees to it that it fits. */
function from<Port>(port: Abstract<Port>, source: Type<Port>): Provider {
  return { provide: port, useExisting: source };
}

/**
 * What is, and what happened, for people: health, statuses, history, journal and the event stream, and what is done to a
 * device because somebody asks. Needs DatabaseModule, ConnectionsModule and CollectorModule.
 */
@Module({})
export class LiveModule {
  static forRoot(options: LiveOptions): DynamicModule {
    return {
      module: LiveModule,
      controllers: [FleetController, DeviceController, StreamController, DeviceActionsController, AboutController],
      providers: [
        from(Connections, ConnectionsService),
        from(Sessions, SupervisorService),
        from(DeviceProbe, ConnectionProbe),
        { provide: Clock, useValue: SYSTEM_CLOCK },
        { provide: LIVE_OPTIONS, useValue: options },
        { provide: StreamSettings, useValue: STREAM_SETTINGS },
        Roster,
        LiveFleet,
        FleetService,
        AlarmsService,
        DeviceService,
        HistoryService,
        JournalRepository,
        JournalService,
        StreamHub,
        SummaryPublisher,
        SessionFeed,
        LiveFeed,
        EventLoopLag,
        AboutService,
        ProbeTargets,
        DeviceActionsService,
      ],
    };
  }
}
