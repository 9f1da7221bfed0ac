import type { Alarm } from '../core/api/models';
import { parseTime } from '../core/format/time';
import type { Column } from '../ui/table/column';

/** When an alarm was raised: as the device says, else when the exporter saw it first. ms since the epoch. */
export function raisedAt({ raised_at, first_seen_at }: Alarm): number | null {
  return parseTime(raised_at) ?? parseTime(first_seen_at);
}

export const ALARM_COLUMNS: readonly Column<Alarm>[] = [
  {
    id: 'raised',
    header: $localize`Raised`,
    width: 116,
    narrowWidth: 92,
    isFixed: true,
    isHighFirst: true,
    value: raisedAt,
  },
  {
    id: 'device',
    header: $localize`Device`,
    width: 170,
    hideBelow: 480,
    value: ({ connection_name }) => connection_name,
  },
  {
    id: 'reason',
    header: $localize`Reason`,
    width: 200,
    narrowWidth: 180,
    grows: true,
    isFixed: true,
    value: ({ reason }) => reason,
    text: ({ reason }) => reason,
  },
  {
    id: 'location',
    header: $localize`Location`,
    width: 190,
    hideBelow: 760,
    value: ({ location }) => location,
    text: ({ location }) => location || '–',
  },
  {
    id: 'object',
    header: $localize`Object`,
    width: 130,
    isMono: true,
    hideBelow: 900,
    value: ({ object_id }) => object_id,
    text: ({ object_id }) => object_id || '–',
  },
  {
    id: 'number',
    header: $localize`Number`,
    width: 92,
    align: 'end',
    isExtra: true,
    value: ({ alarm_id }) => alarm_id,
    text: ({ alarm_id }) => alarm_id,
  },
];

export const DEVICE_ALARM_COLUMNS = ALARM_COLUMNS.filter(({ id }) => id !== 'device');
