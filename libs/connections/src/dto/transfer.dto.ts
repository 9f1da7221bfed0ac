import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { FieldProblemDto, MayBeAbsent } from '@snp/http';
import { ReplaceConnectionDto } from './replace-connection.dto';
import { ObjectRefDto } from './object-ref.dto';
import { StoredFieldsDto } from './connection-fields.dto';

const FLAGS = ['true', 'false'] as const;
type Flag = (typeof FLAGS)[number];
const FLAG_MESSAGE = { message: 'must be true or false' };

const FORMATS = ['json', 'csv'] as const;
export const CONFLICT_RULES = ['skip', 'update', 'fail'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

export class ExportQueryDto {
  @ApiPropertyOptional({
    description: 'Whether passwords are in the file; a file without them imports as disabled connections',
    type: Boolean,
    default: true,
  })
  @MayBeAbsent()
  @IsIn(FLAGS, FLAG_MESSAGE)
  secrets?: Flag;

  @ApiPropertyOptional({ description: 'Of the file', enum: FORMATS, enumName: 'ExportFormat', default: 'json' })
  @MayBeAbsent()
  @IsIn(FORMATS, { message: 'must be json or csv' })
  format?: (typeof FORMATS)[number];
}

export class ImportQueryDto {
  @ApiPropertyOptional({ description: 'Only tell what would happen', type: Boolean, default: false })
  @MayBeAbsent()
  @IsIn(FLAGS, FLAG_MESSAGE)
  dry_run?: Flag;

  @ApiPropertyOptional({
    description:
      'What becomes of a connection whose name exists: left out, changed, or the whole import is refused (409)',
    enum: CONFLICT_RULES,
    enumName: 'ConflictRule',
    default: 'skip',
  })
  @MayBeAbsent()
  @IsIn(CONFLICT_RULES, { message: `must be one of ${CONFLICT_RULES.join(', ')}` })
  on_conflict?: ConflictRule;
}

export class ExportedConnectionDto extends StoredFieldsDto {
  @ApiProperty({ description: 'Empty in an export without secrets', example: 'secret' })
  password!: string;

  @ApiProperty({
    description: 'The objects to subscribe to; the stored text itself where it cannot be read as a list of them',
    oneOf: [{ type: 'array', items: { $ref: getSchemaPath(ObjectRefDto) } }, { type: 'string' }],
  })
  objects_ids!: readonly ObjectRefDto[] | string;
}

export class ExportDto {
  @ApiProperty({ description: 'Of the form of the file', example: '1.0' })
  version!: string;

  @ApiProperty({ description: 'UTC', example: '2026-02-03 20:00:00' })
  exported_at!: string;

  @ApiProperty({ description: 'All connections', type: [ExportedConnectionDto] })
  connections!: ExportedConnectionDto[];
}

/** What an import reads of a file; other fields in it are ignored. */
export class ImportFileDto {
  @ApiProperty({ description: 'At most 10,000', type: [ReplaceConnectionDto] })
  connections!: ReplaceConnectionDto[];
}

export const IMPORT_OUTCOMES = ['added', 'updated', 'unchanged', 'skipped', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export class ImportedEntryDto {
  @ApiProperty({ description: 'Of the entry in the file, from 1', type: 'integer', minimum: 1, example: 1 })
  position!: number;

  @ApiProperty({ description: 'null where the entry has none', type: String, nullable: true, example: 'MCR-SNP-01' })
  name!: string | null;

  @ApiProperty({ description: 'What became of it', enum: IMPORT_OUTCOMES, enumName: 'ImportOutcome', example: 'added' })
  outcome!: ImportOutcome;

  @ApiProperty({ description: 'Why it is left out, or what is to be mended', type: [FieldProblemDto] })
  reasons!: FieldProblemDto[];
}

export class ImportResultDto {
  @ApiProperty({ description: 'What was done', example: 'Import completed' })
  message!: string;

  @ApiProperty({ description: 'Whether nothing was written', example: false })
  dry_run!: boolean;

  @ApiProperty({ description: 'Connections added', type: 'integer', example: 5 })
  imported!: number;

  @ApiProperty({ description: 'Connections that existed and were changed', type: 'integer', example: 0 })
  updated!: number;

  @ApiProperty({ description: 'Connections that existed and were left as they are', type: 'integer', example: 2 })
  skipped!: number;

  @ApiProperty({ description: 'Entries that cannot be imported', type: 'integer', example: 0 })
  refused!: number;

  @ApiProperty({
    description: 'What somebody should read, one line each',
    type: [String],
    example: ["Connection 'foo' already exists, skipped"],
  })
  errors!: string[];

  @ApiProperty({ type: [ImportedEntryDto], description: 'Every entry of the file, in its order' })
  entries!: ImportedEntryDto[];
}
