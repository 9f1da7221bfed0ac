import type { Channel, Input } from '../../../core/api/models';
import { count } from '../../../core/format/units';
import type { Column } from '../../../ui/table/column';
import { audioFaults, audioText, channelFaults } from './channel-faults';

/** Names of ancillary packets that are more than the upper-case key. */
const PACKETS: Readonly<Record<string, string>> = {
  scte104: 'SCTE 104',
  st2031: 'ST 2031',
  rdd18: 'RDD 18',
  source_id: $localize`Source ID`,
  brand_net: $localize`Brand net`,
};

export const CHANNEL_COLUMNS: readonly Column<Channel>[] = [
  {
    id: 'channel',
    header: $localize`Channel`,
    width: 110,
    isFixed: true,
    isMono: true,
    value: ({ channel }) => channel,
    text: ({ channel }) => channel,
  },
  {
    id: 'program',
    header: $localize`Program`,
    width: 150,
    hideBelow: 560,
    value: ({ program_name }) => program_name,
    text: ({ program_name }) => program_name ?? '–',
  },
  {
    id: 'picture',
    header: $localize`Picture`,
    width: 180,
    grows: true,
    isFixed: true,
    isHighFirst: true,
    value: (row) => channelFaults(row).length,
  },
  {
    id: 'input',
    header: $localize`Input`,
    width: 150,
    hideBelow: 520,
    value: ({ input_standard }) => input_standard,
    text: ({ input_present, input_standard }) =>
      input_present === false ? $localize`No signal` : (input_standard ?? '–'),
  },
  {
    id: 'output',
    header: $localize`Output`,
    width: 130,
    hideBelow: 640,
    value: ({ output_standard }) => output_standard,
    text: ({ output_standard }) => output_standard ?? '–',
  },
  {
    id: 'audio',
    header: $localize`Audio groups`,
    width: 130,
    hideBelow: 760,
    isHighFirst: true,
    value: (row) => audioFaults(row),
    text: audioText,
  },
  { id: 'changeover', header: $localize`Changeover`, width: 150, hideBelow: 880, value: (row) => row.changeover?.path },
  {
    id: 'ancillary',
    header: $localize`Ancillary`,
    width: 150,
    grows: true,
    hideBelow: 1000,
    value: ({ ancillary }) => ancillary.join(),
    text: ({ ancillary }) => ancillary.map((packet) => PACKETS[packet] ?? packet.toUpperCase()).join(', ') || '–',
  },
  {
    id: 'sdi',
    header: $localize`SDI output`,
    width: 110,
    hideBelow: 1120,
    value: ({ sdi_output_on }) => sdi_output_on,
    text: ({ sdi_output_on }) => (sdi_output_on === null ? '–' : sdi_output_on ? $localize`On` : $localize`Off`),
  },
  {
    id: 'colorimetry',
    header: $localize`Colorimetry`,
    width: 170,
    isExtra: true,
    value: ({ input_colorimetry }) => input_colorimetry,
    text: ({ input_colorimetry, output_colorimetry }) => `${input_colorimetry ?? '–'} → ${output_colorimetry ?? '–'}`,
  },
];

export const INPUT_COLUMNS: readonly Column<Input>[] = [
  {
    id: 'input',
    header: $localize`Input`,
    width: 120,
    isFixed: true,
    isMono: true,
    value: ({ input }) => input,
    text: ({ input }) => input,
  },
  {
    id: 'signal',
    header: $localize`Signal`,
    width: 150,
    grows: true,
    value: ({ present, standard }) => (present ? standard : null),
    text: ({ present, standard }) => (present === false ? $localize`No signal` : (standard ?? '–')),
  },
  {
    id: 'colorimetry',
    header: $localize`Colorimetry`,
    width: 170,
    grows: true,
    hideBelow: 640,
    value: ({ colorimetry }) => colorimetry,
    text: ({ colorimetry, transfer }) => [colorimetry, transfer].filter(Boolean).join(' · ') || '–',
  },
  { id: 'crc', header: $localize`CRC`, width: 110, value: ({ crc_error }) => crc_error },
  {
    id: 'crc_errors',
    header: $localize`CRC errors`,
    width: 120,
    align: 'end',
    isHighFirst: true,
    value: ({ crc_errors }) => crc_errors,
    text: ({ crc_errors }) => count(crc_errors),
  },
  { id: 'edh', header: $localize`EDH`, width: 110, hideBelow: 760, value: ({ edh_error }) => edh_error },
  {
    id: 'edh_errors',
    header: $localize`EDH errors`,
    width: 120,
    align: 'end',
    hideBelow: 760,
    isHighFirst: true,
    value: ({ edh_errors }) => edh_errors,
    text: ({ edh_errors }) => count(edh_errors),
  },
];
