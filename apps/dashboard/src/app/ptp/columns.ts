import { shortTime } from '../core/format/units';
import type { LiveDevice } from '../core/live/fleet-store';
import type { Column } from '../ui/table/column';

/** The largest absolute offset in ten minutes, seconds; null when unknown. */
function worstOffset({ offsets }: LiveDevice): number | null {
  const known = offsets().values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known.map(Math.abs));
}

/** The columns of the table of clocks; `rank` puts outliers first. */
export function ptpColumns(rank: (device: LiveDevice) => number): readonly Column<LiveDevice>[] {
  return [
    { id: 'state', header: $localize`State`, width: 216, hideBelow: 480, grows: true, isFixed: true, value: rank },
    {
      id: 'device',
      header: $localize`Device`,
      width: 160,
      grows: true,
      isFixed: true,
      value: ({ summary }) => summary().name,
    },
    {
      id: 'offset',
      header: $localize`Offset`,
      hint: $localize`Offset from master; sorted by absolute value`,
      width: 112,
      narrowWidth: 84,
      align: 'end',
      isHighFirst: true,
      value: ({ summary }) => magnitude(summary().figures.ptp_offset_seconds),
    },
    {
      id: 'delay',
      header: $localize`Delay`,
      hint: $localize`Mean path delay to the master`,
      width: 112,
      align: 'end',
      hideBelow: 640,
      isHighFirst: true,
      value: ({ summary }) => summary().figures.ptp_delay_seconds,
      text: ({ summary }) => shortTime(summary().figures.ptp_delay_seconds),
    },
    {
      id: 'line',
      header: $localize`Offset, 10 min`,
      hint: $localize`Offset from master over the last 10 minutes; sorted by the largest`,
      width: 156,
      hideBelow: 760,
      isHighFirst: true,
      value: worstOffset,
    },
    {
      id: 'worst',
      header: $localize`Largest`,
      hint: $localize`Largest absolute offset in the last 10 minutes`,
      width: 112,
      align: 'end',
      hideBelow: 900,
      isHighFirst: true,
      value: worstOffset,
      text: (device) => shortTime(worstOffset(device)),
    },
    {
      id: 'master',
      header: $localize`Grandmaster`,
      width: 232,
      isMono: true,
      hideBelow: 1060,
      value: ({ summary }) => summary().figures.grandmaster,
    },
    {
      id: 'host',
      header: $localize`Host`,
      width: 150,
      isMono: true,
      isExtra: true,
      value: ({ summary }) => summary().host,
      text: ({ summary }) => summary().host,
    },
  ];
}

function magnitude(value: number | null): number | null {
  return value === null ? null : Math.abs(value);
}
