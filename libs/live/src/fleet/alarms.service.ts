import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@snp/collector';
import { trimmed, type Connection } from '@snp/connections';
import type { RaisedAlarm } from '@snp/protocol';
import { CLOCK, momentOrNull, shown } from '../common/clock';
import type { AlarmDto } from '../dto/alarm.dto';
import { LiveFleet } from './live-fleet';
import { ConnectionCache } from './connection-cache';

/** A thousand broken devices could have raised half a million. */
const MAX_LISTED = 10_000;

/** The active alarms of all devices. */
@Injectable()
export class AlarmsService {
  constructor(
    private readonly fleet: LiveFleet,
    private readonly cache: ConnectionCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The newest first.
   * @param search words that must all be found
   * @param connectionId of one connection only
   */
  async raised(search: string, connectionId?: number): Promise<AlarmDto[]> {
    await this.cache.current();
    const words = trimmed(search).toLowerCase().split(/\s+/).filter(Boolean);
    const alarms = [...this.cache.all()]
      .filter(({ id }) => connectionId === undefined || id === connectionId)
      .flatMap((connection) => this.fleet.alarmsOf(connection.id).map((raised) => ({ connection, raised })))
      .sort((left, right) => right.raised.firstSeenAt - left.raised.firstSeenAt);
    return alarms
      .map(({ connection, raised }) => alarmOf(connection, raised, this.clock))
      .filter((alarm) => words.every((word) => searchable(alarm).includes(word)))
      .slice(0, MAX_LISTED);
  }
}

/** An alarm as the API shows it. */
export function alarmOf(
  connection: Connection,
  { alarm, firstSeenAt }: RaisedAlarm,
  clock: Pick<Clock, 'dateOf'>,
): AlarmDto {
  return {
    connection_id: connection.id,
    connection_name: connection.name,
    alarm_id: alarm.id,
    object_id: alarm.objectId,
    location: alarm.location,
    reason: alarm.reason,
    raised_at: momentOrNull(alarm.raisedAt),
    first_seen_at: shown(clock, firstSeenAt),
  };
}

function searchable({ connection_name, alarm_id, object_id, location, reason }: AlarmDto): string {
  return `${connection_name}\n${alarm_id}\n${object_id}\n${location}\n${reason}`.toLowerCase();
}
