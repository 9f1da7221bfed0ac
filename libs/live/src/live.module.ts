import { Module, type DynamicModule } from '@nestjs/common';
import { SYSTEM_CLOCK } from '@snp/collector';
import { AboutService } from './about/about.service';
import { EventLoopLag } from './about/event-loop-lag';
import { DeviceActionsService } from './actions/device-actions.service';
import { ProbeTargets } from './actions/probe-targets';
import { AboutController } from './api/about.controller';
import { AlertRulesController } from './api/alert-rules.controller';
import { DeviceActionsController } from './api/device-actions.controller';
import { DeviceController } from './api/device.controller';
import { FleetController } from './api/fleet.controller';
import { StreamController } from './api/stream.controller';
import { CLOCK } from './common/clock';
import { DeviceService } from './device/device.service';
import { LiveFeed } from './feed/live-feed';
import { SessionFeed } from './feed/session-feed';
import { AlarmsService } from './fleet/alarms.service';
import { FleetService } from './fleet/fleet.service';
import { LiveFleet } from './fleet/live-fleet';
import { ConnectionCache } from './fleet/connection-cache';
import { HistoryService } from './device/history.service';
import { JournalRepository } from './journal/journal.repository';
import { JournalService } from './journal/journal.service';
import { LIVE_OPTIONS, type LiveOptions } from './common/live-options';
import { ClockWatch } from './stream/clock-watch';
import { StreamHub } from './stream/stream-hub';
import { STREAM_SETTINGS, StreamSettings } from './stream/stream-settings';
import { SummaryPublisher } from './stream/summary-publisher';

/**
 * The current state of the devices and what happened to them: health, statuses, history, journal, event stream and
 * device actions. Needs DatabaseModule, ConnectionsModule and CollectorModule.
 */
@Module({})
export class LiveModule {
  static forRoot(options: LiveOptions): DynamicModule {
    return {
      module: LiveModule,
      controllers: [
        FleetController,
        DeviceController,
        StreamController,
        DeviceActionsController,
        AboutController,
        AlertRulesController,
      ],
      providers: [
        { provide: CLOCK, useValue: SYSTEM_CLOCK },
        { provide: LIVE_OPTIONS, useValue: options },
        { provide: StreamSettings, useValue: STREAM_SETTINGS },
        ConnectionCache,
        LiveFleet,
        FleetService,
        AlarmsService,
        DeviceService,
        HistoryService,
        JournalRepository,
        JournalService,
        StreamHub,
        ClockWatch,
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
