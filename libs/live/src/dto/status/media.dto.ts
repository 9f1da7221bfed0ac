import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGEOVER_PATHS,
  CHANGEOVER_PROGRAMS,
  PROTECTION_STATES,
  RECEIVER_ESSENCES,
  SENDER_ESSENCES,
  type ChangeoverPath,
  type ChangeoverProgram,
  type ProtectionState,
  type ReceiverEssence,
  type SenderEssence,
} from '@snp/protocol';
import {
  Count,
  NullableCount,
  NullableFlag,
  NullableNumber,
  NullableSection,
  NullableText,
  NullableWord,
  Word,
} from '../fields';

/** A receiver with a source. */
export class ReceiverDto {
  @Word('Essence', RECEIVER_ESSENCES)
  essence!: ReceiverEssence;

  @Count('Number of the receiver', 4)
  index!: number;

  @NullableText('Source of the primary leg, address:port; null if there is none', '239.175.100.20:20000')
  primary_source!: string | null;

  @NullableText('Source of the secondary leg, address:port; null if there is none', '239.176.100.20:20000')
  secondary_source!: string | null;

  @NullableText('Video standard', '1080i/50')
  standard!: string | null;

  @NullableText('Colorimetry', 'Rec 709')
  colorimetry!: string | null;

  @NullableText('Transfer characteristics', 'SDR-TV')
  transfer!: string | null;

  @NullableCount('Audio channels', 8)
  channels!: number | null;

  @NullableNumber('Audio packet time, seconds', 0.001)
  packet_time_seconds!: number | null;

  @NullableFlag('Video: whether a signal is present')
  signal_present!: boolean | null;

  @NullableFlag('Video: whether the signal is synchronous with the clock of the device')
  clock_synchronous!: boolean | null;

  @NullableFlag('Video: whether it is ready for a make-before-break switch')
  make_before_break_ready!: boolean | null;

  @NullableWord('ST 2022-7 protection: both legs, both legs looped back, one leg only, or none', PROTECTION_STATES)
  protection!: ProtectionState | null;

  @NullableNumber('Packets read', 1675704744)
  packets!: number | null;

  @NullableNumber('Packets missing on both legs', 1)
  missing_packets!: number | null;

  @NullableNumber('Missing packets per second; null until two statuses were received', 0)
  missing_packets_per_second!: number | null;

  @NullableNumber('Packets out of range', 0)
  out_of_range_packets!: number | null;

  @NullableNumber('Number of switches', 2)
  switches!: number | null;

  @NullableText('Error of the last switch; empty if it succeeded', '')
  switch_error!: string | null;

  @NullableNumber('Network jitter, seconds', 0)
  network_jitter_seconds!: number | null;

  @NullableNumber('Path delay difference between the two legs, seconds', 0)
  path_difference_seconds!: number | null;
}

/** A sender that is in use. */
export class SenderDto {
  @Word('Essence', SENDER_ESSENCES)
  essence!: SenderEssence;

  @Count('Number of the sender', 1)
  index!: number;

  @NullableFlag('Whether the primary leg has a next hop')
  primary_resolved!: boolean | null;

  @NullableFlag('Whether the secondary leg has a next hop')
  secondary_resolved!: boolean | null;

  @NullableText('MAC address of the next hop of the primary leg', '01:00:5e:2f:64:0b')
  primary_mac!: string | null;

  @NullableText('MAC address of the next hop of the secondary leg', '01:00:5e:30:64:0b')
  secondary_mac!: string | null;

  @NullableFlag('Video: whether there is enough bandwidth; false: the device has switched the sender off')
  bandwidth_ok!: boolean | null;
}

export class AudioGroupDto {
  @NullableCount('Link of a UHD channel, 1 to 4; null on other channels', 1)
  link!: number | null;

  @Count('Number of the group, 1 to 4', 1)
  group!: number;

  @NullableFlag('Whether the group is present')
  present!: boolean | null;

  @ApiProperty({
    type: [String],
    description: 'Errors: `crc`, `ecc`, `dbn`, `parity`, `append`, `overwrite`',
    example: ['crc'],
  })
  errors!: string[];
}

/** Automatic changeover between two inputs. */
export class ChangeoverDto {
  @NullableWord('What the program output shows; null where the device does not say', CHANGEOVER_PROGRAMS)
  program_state!: ChangeoverProgram | null;

  @NullableWord('Active path', CHANGEOVER_PATHS)
  path!: ChangeoverPath | null;

  @NullableFlag('Whether the changeover is armed')
  armed!: boolean | null;

  @NullableNumber('Sum of the failure points of the main signal; higher is worse', 0)
  main_score!: number | null;

  @NullableNumber('Sum of the failure points of the protect signal; higher is worse', 0)
  protect_score!: number | null;

  @Count('Audio channels whose level is too high or too low', 0)
  audio_level_errors!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    deprecated: true,
    description: 'Same as `audio_level_errors`; use that',
    example: 0,
  })
  missing_audio!: number;

  @Count('Ancillary packets that are missing', 0)
  missing_ancillary!: number;
}

/** The JPEG XS streams of a channel. */
export class JpegXsDto {
  @NullableNumber('Bit rate of the encoder, bytes per second; 0 without a stream', 12500000)
  encode_bytes_per_second!: number | null;

  @NullableNumber('Bit rate of the decoder, bytes per second; 0 without a stream', 12500000)
  decode_bytes_per_second!: number | null;

  @NullableFlag('Whether the standard of the received stream differs from the signalled one', false)
  standard_mismatch!: boolean | null;

  @NullableNumber('Continuity errors of the decoder as counted by the device', 0)
  decoder_errors!: number | null;
}

export const CHANNEL_DIRECTIONS = ['ip_to_sdi', 'sdi_to_ip'] as const;
export type ChannelDirection = (typeof CHANNEL_DIRECTIONS)[number];

/** A processing channel that is in use; a gateway has one of each direction. */
export class ChannelDto {
  @ApiProperty({ description: 'Id of the channel', example: 'A-HD-1' })
  channel!: string;

  @NullableWord('Direction of a gateway; null on other channels', CHANNEL_DIRECTIONS)
  direction!: ChannelDirection | null;

  @NullableText('Standard of the input', '1080i/59.94')
  input_standard!: string | null;

  @NullableText('Standard of the output', '1080i/59.94')
  output_standard!: string | null;

  @NullableText('Colorimetry of the input', 'Rec 709')
  input_colorimetry!: string | null;

  @NullableText('Colorimetry of the output', 'Rec 709')
  output_colorimetry!: string | null;

  @NullableFlag('Input present')
  input_present!: boolean | null;

  @NullableFlag('Input black', false)
  input_black!: boolean | null;

  @NullableFlag('Input frozen', false)
  input_frozen!: boolean | null;

  @NullableFlag('Output frozen', false)
  output_frozen!: boolean | null;

  @NullableFlag('Video corrupted', false)
  video_corrupted!: boolean | null;

  @NullableFlag('Format of the input cannot be processed', false)
  format_incompatible!: boolean | null;

  @NullableFlag('No link at the input', false)
  input_link_missing!: boolean | null;

  @NullableFlag('SDI output on', false)
  sdi_output_on!: boolean | null;

  @NullableFlag('UHD: whether the pixel format of the input differs from the configured one', false)
  pixel_format_mismatch!: boolean | null;

  @NullableNumber('Delay, frames', 0)
  frame_delay_frames!: number | null;

  @ApiProperty({ type: () => [AudioGroupDto], description: 'Groups 1 to 4; UHD: of each link' })
  audio_groups!: AudioGroupDto[];

  @ApiProperty({
    type: [String],
    description:
      'Ancillary packets: `atc`, `afd`, `cc`, `scte104`, `st2031`, `rdd18`, `edc`, `wss`, `source_id`, `brand_net`',
    example: ['atc', 'afd'],
  })
  ancillary!: string[];

  @NullableSection(ChangeoverDto, 'Automatic changeover; null where the channel has none or does not use it')
  changeover!: ChangeoverDto | null;

  @NullableSection(JpegXsDto, 'JPEG XS; null without a stream')
  jpeg_xs!: JpegXsDto | null;
}

/** An SDI input. */
export class InputDto {
  @ApiProperty({ description: 'Id of the input', example: 'BNC-1' })
  input!: string;

  @NullableFlag('Whether a signal is present')
  present!: boolean | null;

  @NullableText('Standard', '1080i/50')
  standard!: string | null;

  @NullableText('Colorimetry', 'Rec 709')
  colorimetry!: string | null;

  @NullableText('Transfer characteristics', 'SDR-TV')
  transfer!: string | null;

  @NullableFlag('Whether there are CRC errors now', false)
  crc_error!: boolean | null;

  @NullableFlag('Whether there are EDH errors now', false)
  edh_error!: boolean | null;

  @NullableNumber('CRC errors, total of chroma and luma', 0)
  crc_errors!: number | null;

  @NullableNumber('CRC errors of the chroma samples', 0)
  crc_errors_chroma!: number | null;

  @NullableNumber('CRC errors of the luma samples', 0)
  crc_errors_luma!: number | null;

  @NullableNumber('EDH errors, total of active picture and full field', 0)
  edh_errors!: number | null;

  @NullableNumber('EDH errors of the active picture; null without an SD signal', 0)
  edh_errors_active_picture!: number | null;

  @NullableNumber('EDH errors of the full field; null without an SD signal', 0)
  edh_errors_full_field!: number | null;
}

export class GenlockDto {
  @NullableFlag('Whether a reference signal is present')
  present!: boolean | null;

  @NullableFlag('Whether the device is locked to the reference', false)
  locked!: boolean | null;

  @NullableText('Standard of the reference', '625i/50')
  standard!: string | null;
}
