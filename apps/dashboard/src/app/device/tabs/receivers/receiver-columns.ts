import type { Receiver } from '../../../core/api/models';
import { count, perSecond, shortTime } from '../../../core/format/units';
import type { Column } from '../../../ui/table/column';
import { NAME_COLUMNS } from '../row-names';

const PROTECTION_WORDS: Readonly<Record<NonNullable<Receiver['protection']>, string>> = {
  present: $localize`Protected`,
  loopback: $localize`Loopback`,
  primary_only: $localize`Primary only`,
  secondary_only: $localize`Secondary only`,
  not_present: $localize`Not protected`,
  other: $localize`Other`,
};

const UNPROTECTED: ReadonlySet<Receiver['protection']> = new Set(['not_present', 'primary_only', 'secondary_only']);

/** Two sources but no ST 2022-7 protection, or one of the two legs lost. */
export function isUnprotected({ protection, primary_source, secondary_source }: Receiver): boolean {
  return UNPROTECTED.has(protection) && primary_source !== null && secondary_source !== null;
}

export function protectionText({ protection }: Receiver): string {
  return protection ? PROTECTION_WORDS[protection] : '–';
}

export const RECEIVER_COLUMNS: readonly Column<Receiver>[] = [
  {
    id: 'receiver',
    header: $localize`Receiver`,
    width: 196,
    narrowWidth: 104,
    grows: true,
    isFixed: true,
    value: ({ essence, index }) => `${essence} ${index}`,
  },
  {
    id: 'missing_rate',
    header: $localize`Missing`,
    hint: $localize`Missing packets per second`,
    width: 100,
    narrowWidth: 78,
    align: 'end',
    isHighFirst: true,
    isFixed: true,
    value: ({ missing_packets_per_second }) => missing_packets_per_second,
  },
  {
    id: 'missing',
    header: $localize`Missing, total`,
    hint: $localize`Missing packets since the device started counting`,
    width: 124,
    align: 'end',
    hideBelow: 900,
    isHighFirst: true,
    value: ({ missing_packets }) => missing_packets,
    text: ({ missing_packets }) => count(missing_packets),
  },
  {
    id: 'protection',
    header: $localize`Protection`,
    hint: $localize`SMPTE ST 2022-7`,
    width: 136,
    narrowWidth: 108,
    value: (row) => (isUnprotected(row) ? 0 : row.protection),
  },
  {
    id: 'standard',
    header: $localize`Standard`,
    width: 120,
    hideBelow: 560,
    value: ({ standard, channels }) => standard ?? channels,
    text: standardText,
  },
  {
    id: 'primary',
    header: $localize`Primary source`,
    width: 196,
    grows: true,
    isMono: true,
    hideBelow: 760,
    value: ({ primary_source }) => primary_source,
    text: ({ primary_source }) => primary_source ?? '–',
  },
  {
    id: 'secondary',
    header: $localize`Secondary source`,
    width: 196,
    grows: true,
    isMono: true,
    hideBelow: 1000,
    value: ({ secondary_source }) => secondary_source,
    text: ({ secondary_source }) => secondary_source ?? '–',
  },
  {
    id: 'switch',
    header: $localize`Last switch`,
    width: 110,
    hideBelow: 1120,
    value: ({ switch_error }) => switch_error,
  },
  {
    id: 'jitter',
    header: $localize`Jitter`,
    hint: $localize`Network jitter`,
    width: 96,
    align: 'end',
    hideBelow: 1120,
    isHighFirst: true,
    value: ({ network_jitter_seconds }) => network_jitter_seconds,
    text: ({ network_jitter_seconds }) => shortTime(network_jitter_seconds),
  },
  ...NAME_COLUMNS,
  {
    id: 'difference',
    header: $localize`Path difference`,
    width: 128,
    align: 'end',
    isExtra: true,
    value: ({ path_difference_seconds }) => path_difference_seconds,
    text: ({ path_difference_seconds }) => shortTime(path_difference_seconds),
  },
  {
    id: 'colorimetry',
    header: $localize`Colorimetry`,
    width: 140,
    isExtra: true,
    value: ({ colorimetry }) => colorimetry,
    text: ({ colorimetry, transfer }) => [colorimetry, transfer].filter(Boolean).join(' · ') || '–',
  },
  {
    id: 'packets',
    header: $localize`Packets`,
    width: 140,
    align: 'end',
    isExtra: true,
    value: ({ packets }) => packets,
    text: ({ packets }) => count(packets),
  },
  {
    id: 'range',
    header: $localize`Out of range`,
    width: 120,
    align: 'end',
    isExtra: true,
    isHighFirst: true,
    value: ({ out_of_range_packets }) => out_of_range_packets,
    text: ({ out_of_range_packets }) => count(out_of_range_packets),
  },
  {
    id: 'switches',
    header: $localize`Switches`,
    width: 100,
    align: 'end',
    isExtra: true,
    value: ({ switches }) => switches,
    text: ({ switches }) => count(switches),
  },
];

export function missingRate({ missing_packets_per_second }: Receiver): string {
  return perSecond(missing_packets_per_second);
}

function standardText({ essence, standard, channels, packet_time_seconds }: Receiver): string {
  if (essence !== 'audio') return standard ?? '–';
  const parts = [channels === null ? '' : $localize`${channels}:count: ch`];
  if (packet_time_seconds !== null) parts.push(shortTime(packet_time_seconds));
  return parts.filter(Boolean).join(' · ') || '–';
}
