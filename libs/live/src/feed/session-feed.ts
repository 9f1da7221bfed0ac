import { Inject, Injectable } from '@nestjs/common';
import type { Clock, SessionEvent } from '@snp/collector';
import { type ConsoleStatus, type ProcessorConfig, PROCESSORS, type RaisedAlarm } from '@snp/protocol';
import { CLOCK, moment } from '../common/clock';
import { alarmOf } from '../fleet/alarms.service';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import type { JournalEntry } from '../journal/connection-event.entity';
import { JournalService } from '../journal/journal.service';
import { StreamHub } from '../stream/stream-hub';

type AlarmChange = 'raised' | 'cleared';

/** Most alarm changes of a device that are published at once; a broken device could make a thousand a second. */
const MAX_PUBLISHED_ALARMS = 100;

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { kind: Kind }>;

/** Passes the events of sessions on to readings, health, journal and stream. */
@Injectable()
export class SessionFeed {
  constructor(
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    private readonly journal: JournalService,
    private readonly hub: StreamHub,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  take(event: SessionEvent): void {
    const device = this.fleet.device(event.connectionId);
    device.isDirty = true;
    switch (event.kind) {
      case 'state':
        this.takeState(event);
        break;
      case 'status':
        if (event.status.element !== undefined || !device.readings.read(event.status, event.at)) return;
        break;
      case 'alarms':
        this.takeAlarms(event);
        break;
      case 'poll':
        this.takePoll(event);
        break;
      case 'lost':
        device.readings.clear();
        break;
      case 'started':
        device.begin();
        break;
      case 'stopped':
        device.end(event.at);
        break;
      case 'renamed':
        break;
    }
    this.fleet.judge(device);
  }

  private takeState({ connectionId, name, from, to, code, reason, at }: EventOf<'state'>): void {
    const isNews = this.fleet.device(connectionId).transition(from, to, code, reason, at);
    if (!isNews) return;
    const date = this.clock.now();
    const change = { kind: 'state', state: to, previous: from, code, reason } as const;
    this.journal.record({ ...NO_ALARM, connectionId, at: date, ...change });
    this.hub.publish('state', { id: connectionId, name, from, to, reason, at: moment(date) });
  }

  private takeAlarms({ connectionId, active, at }: EventOf<'alarms'>): void {
    const { raised, cleared } = this.fleet.alarms.update(connectionId, active, at);
    const changes = [
      ...raised.map((alarm) => ({ kind: 'raised', alarm }) as const),
      ...cleared.map((alarm) => ({ kind: 'cleared', alarm }) as const),
    ];
    const date = this.clock.now();
    for (const { kind, alarm } of changes) this.recordAlarm(connectionId, kind, alarm, date);
    for (const { kind, alarm } of changes.slice(0, MAX_PUBLISHED_ALARMS))
      this.publishAlarm(connectionId, kind, alarm, date);
  }

  private recordAlarm(connectionId: number, kind: AlarmChange, { alarm }: RaisedAlarm, at: number): void {
    const { id: alarmId, location, objectId, reason } = alarm;
    const entry = { connectionId, at, kind: `alarm_${kind}`, reason, location, objectId, alarmId } as const;
    this.journal.record({ ...NO_TRANSITION, ...entry });
  }

  private publishAlarm(connectionId: number, kind: AlarmChange, raised: RaisedAlarm, at: number): void {
    const connection = this.cache.get(connectionId);
    if (connection === undefined) return;
    this.hub.publish('alarm', { kind, at: moment(at), ...alarmOf(connection, raised, this.clock) });
  }

  private takePoll({ connectionId, endpoint, value, at }: EventOf<'poll'>): void {
    const { readings } = this.fleet.device(connectionId);
    const processor = PROCESSORS.find((name) => name === endpoint);
    if (processor !== undefined) readings.readProcessor(processor, value as ProcessorConfig);
    else if (endpoint === 'console') readings.readConsole(value as ConsoleStatus, at);
  }
}

const NO_ALARM: Pick<JournalEntry, 'location' | 'objectId' | 'alarmId'> = {
  location: null,
  objectId: null,
  alarmId: null,
};
const NO_TRANSITION: Pick<JournalEntry, 'state' | 'previous' | 'code'> = { state: null, previous: null, code: null };
