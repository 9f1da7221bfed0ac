import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableText, Texts, Word } from './fields';

/** An object that the device sent. */
export class DeviceObjectDto {
  @ApiProperty({ description: 'Type of the object', example: 'procChannelHD' })
  type!: string;

  @ApiProperty({ description: 'Id of the object', example: 'A-HD-1' })
  object_id!: string;

  @NullableText(
    'Address of the element that the object is of (its `elementIP` in `objects_ids`), as in the label `element`; null for the element of the first object',
    '10.9.73.7',
  )
  element!: string | null;

  @ApiProperty({ description: 'Whether the exporter knows the type', example: true })
  known!: boolean;

  @ApiProperty({ description: 'Whether the type has metrics', example: true })
  exported!: boolean;

  @Count('Number of series of the object on `/metrics`', 31)
  series!: number;

  @Moment('Time the object was last received')
  received_at!: string;

  @ApiProperty({ type: Number, minimum: 0, description: 'Seconds since the object was last received', example: 0.7 })
  age_seconds!: number;
}

/** An object as the device sent it. */
export class RawObjectDto {
  @ApiProperty({ description: 'Id of the object', example: 'ptp' })
  object_id!: string;

  @NullableText(
    'Address of the element that the object is of (its `elementIP` in `objects_ids`), as in the label `element`; null for the element of the first object',
    '10.9.73.7',
  )
  element!: string | null;

  @Moment('Time the object was last received')
  received_at!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The status as the device sent it; null if it is too large or too deeply nested',
    example: { type: 'ptp', object_ID: 'ptp', ptpStatus: { ptpCtlrState: 'Locked' } },
  })
  status!: Record<string, unknown> | null;
}

/** All objects of one type as the device sent them. */
export class ObjectStatusDto {
  @ApiProperty({ description: 'Type of the objects', example: 'ptp' })
  type!: string;

  @ApiProperty({
    type: () => [RawObjectDto],
    description: 'The objects by id; empty if the device sends none of this type',
  })
  objects!: RawObjectDto[];
}

export const SERIES_TYPES = ['gauge', 'counter', 'info', 'stateset'] as const;

/** A series of a device as it is on `/metrics` now. */
export class SeriesDto {
  @ApiProperty({ description: 'Name of the metric', example: 'ic_snp_temperature_celsius' })
  name!: string;

  @Word('Type of the metric', SERIES_TYPES)
  type!: (typeof SERIES_TYPES)[number];

  @NullableText('Unit of the value', 'celsius')
  unit!: string | null;

  @ApiProperty({ description: 'Group of the metric', example: 'system' })
  group!: string;

  @Texts('Labels, including `target`', { target: 'MCR-SNP-02', sensor: 'main_board' })
  labels!: Record<string, string>;

  @ApiProperty({ type: Number, description: 'Current value', example: 44 })
  value!: number;

  @ApiProperty({
    description: 'The series as shown on `/metrics`',
    example: 'ic_snp_temperature_celsius{target="MCR-SNP-02",sensor="main_board"} 44',
  })
  text!: string;
}

/** A row of the metric catalogue. */
export class CatalogueEntryDto {
  @ApiProperty({ description: 'Name of the metric', example: 'ic_snp_temperature_celsius' })
  name!: string;

  @Word('Type of the metric', SERIES_TYPES)
  type!: (typeof SERIES_TYPES)[number];

  @NullableText('Unit of the value', 'celsius')
  unit!: string | null;

  @ApiProperty({
    description: 'Group of the metric, for `METRIC_GROUPS`, `collect[]` and `exclude[]`',
    example: 'system',
  })
  group!: string;

  @ApiProperty({ type: [String], description: 'Labels besides `target`', example: ['sensor'] })
  labels!: string[];

  @ApiProperty({ description: 'Help text of the metric', example: 'Temperature of a sensor' })
  help!: string;

  @ApiProperty({ description: 'Source of the value', example: 'system.Board_Temperatures' })
  source!: string;
}
