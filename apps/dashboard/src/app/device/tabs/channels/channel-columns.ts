import type { Channel, Input } from '../../../core/api/models';
import { bitRate, count, decimal } from '../../../core/format/units';
import type { Column } from '../../../ui/table/column';
import { changeoverErrors, isOffMain } from './changeover';
import { audioFaults, audioText, channelFaults } from './channel-faults';

const DIRECTIONS: Readonly<Record<NonNullable<Channel['direction']>, string>> = {
  ip_to_sdi: $localize`IP to SDI`,
  sdi_to_ip: $localize`SDI to IP`,
};

/** Names of ancillary packets that are more than the upper-case key. */
const PACKETS: Readonly<Record<string, string>> = {
  scte104: 'SCTE 104',
  st2031: 'ST 2031',
  rdd18: 'RDD 18',
  source_id: $localize`Source ID`,
  brand_net: $localize`Brand net`,
};

const CHANNEL_COLUMNS: readonly Column<Channel>[] = [
  {
    id: 'channel',
    header: $localize`Channel`,
    width: 110,
    isFixed: true,
    isMono: true,
    value: ({ channel }) => channel,
  },
  {
    id: 'direction',
    header: $localize`Direction`,
    width: 104,
    isFixed: true,
    value: ({ direction }) => direction,
    text: ({ direction }) => (direction ? DIRECTIONS[direction] : '–'),
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
    width: 130,
    hideBelow: 520,
    value: ({ input_standard }) => input_standard,
    text: ({ input_present, input_standard }) =>
      input_present === false ? $localize`No signal` : (input_standard ?? '–'),
  },
  {
    id: 'output',
    header: $localize`Output`,
    width: 130,
    hideBelow: 960,
    value: ({ output_standard }) => output_standard,
    text: ({ output_standard }) => output_standard ?? '–',
  },
  {
    id: 'audio',
    header: $localize`Audio groups`,
    width: 130,
    hideBelow: 700,
    isHighFirst: true,
    value: (row) => audioFaults(row),
    text: audioText,
  },
  {
    id: 'changeover',
    header: $localize`Changeover`,
    hint: $localize`What the program output of the automatic changeover shows`,
    width: 176,
    hideBelow: 760,
    value: (row) => (isOffMain(row) ? 0 : (row.changeover?.program_state ?? row.changeover?.path)),
  },
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
  {
    id: 'delay',
    header: $localize`Delay`,
    hint: $localize`Delay in frames`,
    width: 100,
    align: 'end',
    isExtra: true,
    isHighFirst: true,
    value: ({ frame_delay_frames }) => frame_delay_frames,
    text: ({ frame_delay_frames }) =>
      frame_delay_frames === null ? '–' : $localize`${decimal(frame_delay_frames)}:count: frames`,
  },
  {
    id: 'jpeg_xs',
    header: $localize`JPEG XS`,
    hint: $localize`Bit rates of the encoded and the decoded stream`,
    width: 190,
    isExtra: true,
    isHighFirst: true,
    value: ({ jpeg_xs }) => jpeg_xs && (jpeg_xs.encode_bytes_per_second || jpeg_xs.decode_bytes_per_second),
    text: jpegXsText,
  },
  {
    id: 'changeover_errors',
    header: $localize`Changeover errors`,
    hint: $localize`Audio channels whose level is too high or too low, and missing ancillary data`,
    width: 200,
    isExtra: true,
    value: (row) => changeoverErrors(row) || null,
    text: (row) => changeoverErrors(row) || '–',
  },
];

/** The columns for some channels: only gateways have a direction. */
export function channelColumns(channels: readonly Channel[]): readonly Column<Channel>[] {
  const isGateway = channels.some(({ direction }) => direction !== null);
  return isGateway ? CHANNEL_COLUMNS : CHANNEL_COLUMNS.filter(({ id }) => id !== 'direction');
}

function jpegXsText({ jpeg_xs }: Channel): string {
  const { encode_bytes_per_second: encoded, decode_bytes_per_second: decoded } = jpeg_xs ?? {};
  const parts = [
    encoded ? $localize`encode ${bitRate(encoded)}:rate:` : '',
    decoded ? $localize`decode ${bitRate(decoded)}:rate:` : '',
  ];
  return parts.filter(Boolean).join(' · ') || '–';
}

/** EDH exists in SD signals only. */
export function hasEdh({ edh_errors_active_picture, edh_errors_full_field }: Input): boolean {
  return edh_errors_active_picture !== null || edh_errors_full_field !== null;
}

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
  {
    id: 'edh',
    header: $localize`EDH`,
    hint: $localize`SD signals only`,
    width: 110,
    hideBelow: 760,
    value: (row) => (hasEdh(row) ? row.edh_error : null),
  },
  {
    id: 'edh_errors',
    header: $localize`EDH errors`,
    width: 120,
    align: 'end',
    hideBelow: 760,
    isHighFirst: true,
    hint: $localize`Active picture and full field; SD signals only`,
    value: (row) => (hasEdh(row) ? row.edh_errors : null),
    text: (row) => count(hasEdh(row) ? row.edh_errors : null),
  },
  counterColumn('crc_chroma', $localize`CRC, chroma`, ({ crc_errors_chroma }) => crc_errors_chroma),
  counterColumn('crc_luma', $localize`CRC, luma`, ({ crc_errors_luma }) => crc_errors_luma),
  counterColumn('edh_active', $localize`EDH, active picture`, (row) => row.edh_errors_active_picture),
  counterColumn('edh_full', $localize`EDH, full field`, (row) => row.edh_errors_full_field),
];

function counterColumn(id: string, header: string, value: (row: Input) => number | null): Column<Input> {
  return {
    id,
    header,
    width: 150,
    align: 'end',
    isExtra: true,
    isHighFirst: true,
    value,
    text: (row) => count(value(row)),
  };
}
