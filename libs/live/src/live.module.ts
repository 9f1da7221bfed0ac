import { Module, type DynamicModule } from '@nestjs/common';
import { AboutService } from './about/about.service';
import { DeviceActionsService } from './actions/device-actions.service';
import { AboutController } from './api/about.controller';
import { DeviceActionsController } from './api/device-actions.controller';
import { DeviceController } from './api/device.controller';
import { FleetController } from './api/fleet.controller';
import { StreamController } from './api/stream.controller';
import { DeviceService } from './device/device.service';
import { AlarmsService } from './fleet/alarms.service';
import { FleetService } from './fleet/fleet.service';
import { HistoryService } from './history/history.service';
import { JournalService } from './journal/journal.service';
import { LIVE_OPTIONS, type LiveOptions } from './live-options';
import { StreamHub } from './stream/stream-hub';

/** What is, and what happened, for people: health, statuses, history, journal and the event stream. */
@Module({})
export class LiveModule {
  static forRoot(options: LiveOptions): DynamicModule {
    return {
      module: LiveModule,
      controllers: [FleetController, DeviceController, StreamController, DeviceActionsController, AboutController],
      providers: [
        { provide: LIVE_OPTIONS, useValue: options },
        FleetService,
        AlarmsService,
        DeviceService,
        JournalService,
        HistoryService,
        StreamHub,
        AboutService,
        DeviceActionsService,
      ],
    };
  }
}
