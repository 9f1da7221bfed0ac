import { ApiProperty } from '@nestjs/swagger';
import { Count, NullableCount, NullableFlag, NullableNumber, NullableText, Word } from '../fields';

export const OPTICS_KINDS = ['qsfp', 'sfp_rx', 'sfp_tx'] as const;
export type OpticsKind = (typeof OPTICS_KINDS)[number];

export const LICENCE_KINDS = ['personality', 'audio'] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** A lane of a QSFP module. */
export class LaneDto {
  @Count('Number of the lane', 1)
  lane!: number;

  @NullableNumber('Received optical power, dBm', -0.4)
  receive_dbm!: number | null;

  @NullableNumber('Transmitted optical power, dBm', 0.6)
  transmit_dbm!: number | null;
}

/** A QSFP or SFP module, or an empty slot. */
export class OpticsDto {
  @Word('Type of the module', OPTICS_KINDS)
  kind!: OpticsKind;

  @Count('Number of the module', 1)
  index!: number;

  @NullableFlag('Whether a module is present')
  present!: boolean | null;

  @NullableFlag('Whether the data of the module is valid')
  data_valid!: boolean | null;

  @NullableFlag('Whether the module does not match its configuration', false)
  mismatch!: boolean | null;

  @NullableFlag('Whether forward error correction (FEC) is on')
  fec_enabled!: boolean | null;

  @NullableText('Vendor; null if unknown or without a module', 'Arista Networks')
  vendor!: string | null;

  @NullableText('Part number', 'CAB-Q-Q-100G-2M')
  part_number!: string | null;

  @NullableText('Serial number', 'XPK212233123')
  serial!: string | null;

  @NullableNumber('Temperature, degrees Celsius', 38.2)
  celsius!: number | null;

  @NullableFlag('Temperature alarm', false)
  temperature_alarm!: boolean | null;

  @ApiProperty({ type: () => [LaneDto], description: 'Lanes with measured values; empty for a copper cable' })
  lanes!: LaneDto[];
}

/** A licence and its tokens. */
export class LicenceDto {
  @Word('Type of the licence', LICENCE_KINDS)
  kind!: LicenceKind;

  @ApiProperty({ description: 'Key', example: 'SNP-SK-QUAD-3GCONV' })
  key!: string;

  @NullableText('Title', 'Quad 1080P Conversion Personality')
  title!: string | null;

  @NullableCount('Total tokens or credits', 4)
  total!: number | null;

  @NullableCount('Available tokens or credits', 0)
  available!: number | null;

  @NullableText('Why the configuration exceeds the licence; empty if it does not', '')
  complaint!: string | null;
}
