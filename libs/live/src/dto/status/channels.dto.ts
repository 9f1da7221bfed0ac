import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGEOVER_PATHS,
  CHANGEOVER_PROGRAMS,
  CHANNEL_DIRECTIONS,
  type ChangeoverPath,
  type ChangeoverProgram,
  type ChannelDirection,
} from '@snp/protocol';
import {
  Count,
  NullableCount,
  NullableFlag,
  NullableNumber,
  NullableSection,
  NullableText,
  NullableWord,
} from '../fields';

/** An embedded audio group of a channel. */
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

/** A processing channel that is in use; a gateway has one of each direction. */
export class ChannelDto {
  @ApiProperty({ description: 'Id of the channel', example: 'A-HD-1' })
  channel!: string;

  @NullableWord('Direction of a gateway; null on other channels', CHANNEL_DIRECTIONS)
  direction!: ChannelDirection | null;

  @NullableText('Program name', 'CAM 3')
  program_name!: string | null;

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
