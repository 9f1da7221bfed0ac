import { ApiProperty } from '@nestjs/swagger';
import { NullableFlag, NullableNumber, NullableText } from '../fields';

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

/** The reference input. */
export class GenlockDto {
  @NullableFlag('Whether a reference signal is present')
  present!: boolean | null;

  @NullableFlag('Whether the device is locked to the reference', false)
  locked!: boolean | null;

  @NullableText('Standard of the reference', '625i/50')
  standard!: string | null;
}
