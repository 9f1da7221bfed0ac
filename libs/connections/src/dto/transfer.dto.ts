import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { among, Checked, FieldProblemDto, MayBeAbsent, single, trueOrFalse } from '@snp/http';
import { ReplaceConnectionDto } from './replace-connection.dto';
import { ObjectRefDto } from './object-ref.dto';
import { StoredFieldsDto } from './connection-fields.dto';

const FORMATS = ['json', 'csv'] as const;
const CONFLICT_RULES = ['skip', 'update', 'fail'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

export class ExportQueryDto {
  @ApiPropertyOptional({
    description: 'Whether to include passwords; connections imported without one are disabled',
    type: Boolean,
    default: true,
  })
  @MayBeAbsent()
  @Checked(single(trueOrFalse))
  secrets?: 'true' | 'false';

  @ApiPropertyOptional({ description: 'File format', enum: FORMATS, enumName: 'ExportFormat', default: 'json' })
  @MayBeAbsent()
  @Checked(single(among(FORMATS)))
  format?: (typeof FORMATS)[number];
}

export class ImportQueryDto {
  @ApiPropertyOptional({ description: 'Check the file without importing it', type: Boolean, default: false })
  @MayBeAbsent()
  @Checked(single(trueOrFalse))
  dry_run?: 'true' | 'false';

  @ApiPropertyOptional({
    description: 'Existing connections: `skip` keeps them, `update` overwrites them, `fail` cancels the import (409)',
    enum: CONFLICT_RULES,
    enumName: 'ConflictRule',
    default: 'skip',
  })
  @MayBeAbsent()
  @Checked(single(among(CONFLICT_RULES)))
  on_conflict?: ConflictRule;
}

export class ExportedConnectionDto extends StoredFieldsDto {
  @ApiProperty({ description: 'Empty if the export has no passwords', example: 'secret' })
  password!: string;

  @ApiProperty({
    description: 'Objects to subscribe to; the stored text if it is not a valid list',
    oneOf: [{ type: 'array', items: { $ref: getSchemaPath(ObjectRefDto) } }, { type: 'string' }],
  })
  objects_ids!: readonly ObjectRefDto[] | string;
}

export class ExportDto {
  @ApiProperty({ description: 'Version of the file format', example: '1.0' })
  version!: string;

  @ApiProperty({ description: 'Time of the export, UTC', example: '2026-02-03 20:00:00' })
  exported_at!: string;

  @ApiProperty({ description: 'All connections', type: [ExportedConnectionDto] })
  connections!: ExportedConnectionDto[];
}

/** What an import reads of a file; other fields in it are ignored. */
export class ImportFileDto {
  @ApiProperty({ description: 'At most 10,000 connections', type: [ReplaceConnectionDto] })
  connections!: ReplaceConnectionDto[];
}

const IMPORT_OUTCOMES = ['added', 'updated', 'unchanged', 'skipped', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export class ImportedEntryDto {
  @ApiProperty({ description: 'Position in the file, starting at 1', type: 'integer', minimum: 1, example: 1 })
  position!: number;

  @ApiProperty({
    description: 'Name of the connection; null if the entry has none',
    type: String,
    nullable: true,
    example: 'MCR-SNP-01',
  })
  name!: string | null;

  @ApiProperty({
    description: 'Outcome for this entry',
    enum: IMPORT_OUTCOMES,
    enumName: 'ImportOutcome',
    example: 'added',
  })
  outcome!: ImportOutcome;

  @ApiProperty({ description: 'Details, such as why the entry was refused', type: [FieldProblemDto] })
  reasons!: FieldProblemDto[];
}

export class ImportResultDto {
  @ApiProperty({ description: 'Result as readable text', example: 'Import completed' })
  message!: string;

  @ApiProperty({ description: 'Whether the file was only checked', example: false })
  dry_run!: boolean;

  @ApiProperty({ description: 'Connections added', type: 'integer', example: 5 })
  imported!: number;

  @ApiProperty({ description: 'Existing connections that were changed', type: 'integer', example: 0 })
  updated!: number;

  @ApiProperty({ description: 'Existing connections that were kept', type: 'integer', example: 2 })
  skipped!: number;

  @ApiProperty({ description: 'Entries that cannot be imported', type: 'integer', example: 0 })
  refused!: number;

  @ApiProperty({
    description: 'Problems, one per line',
    type: [String],
    example: ["Connection 'foo' already exists, skipped"],
  })
  errors!: string[];

  @ApiProperty({ type: [ImportedEntryDto], description: 'All entries, in the order of the file' })
  entries!: ImportedEntryDto[];
}
