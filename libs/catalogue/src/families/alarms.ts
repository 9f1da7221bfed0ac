import { number } from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { at, type Place } from '../table/place';
import { value } from '../table/readers';
import { SOURCES } from '../places/sources';

/** The alarms that have a series, in their order. */
const ALARMS: Place = {
  objects: [SOURCES.alarms],
  keys: 'index',
  labels: {},
  select: (view, { body }) => {
    const { alarms } = body;
    if (Array.isArray(alarms)) alarms.forEach((alarm: unknown, position) => view.add(position, alarm));
  },
};

/** What the device has raised and not cleared. */
export const alarms = group('alarms', [
  {
    name: 'ic_snp_active_alarms',
    type: 'gauge',
    help: 'Active alarms.',
    source: 'activeAlarmStatus.activeAlarms[]',
    read: value(at(SOURCES.alarms, ''), 'count', number),
  },
  {
    name: 'ic_snp_active_alarm_raised_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['alarm_id', 'object_id', 'location', 'reason'],
    help: 'Time an active alarm was raised according to the device; the time it was first seen if the time of the device is implausible.',
    source: 'activeAlarmStatus.activeAlarms[].time_stamp',
    read: facts(
      ALARMS,
      { alarm_id: 'id', object_id: 'objectId', location: 'location', reason: 'reason' },
      { value: { field: 'raisedAtSeconds', read: number } },
    ),
  },
]);
