import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { CONNECTION_STATUSES, type ConnectionStatus } from '../connection';
import { type Check, Checked, inspect, MayBeAbsent, one, pointerTo } from '@snp/http';
import { MAX_TAGS, tagKeyListProblems } from '../validation/tag-map';
import type { TemplateName } from '@snp/protocol';
import { ObjectsProperty, PasswordProperty, TagsProperty, TemplateProperty, UsernameProperty } from './properties';
import type { ObjectRefDto } from './object-ref.dto';

export const BULK_ACTIONS = [
  'enable',
  'disable',
  'delete',
  'add_tags',
  'remove_tags',
  'set_credentials',
  'replace_objects',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const MAX_BULK = 10_000;
const MAX_SEARCH = 256;

/** Which connections are meant, as in the list; an empty filter means all of them. */
export class BulkFilterDto {
  @ApiPropertyOptional({ description: 'Part of the name, an address, the user name or a tag', maxLength: MAX_SEARCH })
  @MayBeAbsent()
  @Checked(one(searchProblem))
  search?: string;

  @ApiPropertyOptional({
    description: 'Tags, `key=value` or `key`: all of them',
    type: [String],
    example: ['site=london'],
  })
  @MayBeAbsent()
  @Checked(listOf(searchProblem))
  tag?: string[];

  @ApiPropertyOptional({
    description: 'States: any of them',
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    isArray: true,
  })
  @MayBeAbsent()
  @Checked(listOf(statusProblem))
  status?: ConnectionStatus[];

  @ApiPropertyOptional({ description: 'Only enabled or only disabled ones' })
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  enabled?: boolean;
}

/** One change to many connections, named by `ids` or by `filter`. */
export class BulkChangeDto {
  @ApiProperty({ description: 'What to do', enum: BULK_ACTIONS, enumName: 'BulkAction', example: 'add_tags' })
  @IsIn(BULK_ACTIONS, { message: `must be one of ${BULK_ACTIONS.join(', ')}` })
  action!: BulkAction;

  @ApiPropertyOptional({
    description: 'The connections that are meant, in place of `filter`',
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    minItems: 1,
    maxItems: MAX_BULK,
    example: [1, 2],
  })
  @MayBeAbsent()
  @Checked(idListProblems)
  ids?: number[];

  @ApiPropertyOptional({ description: 'The connections that are meant, in place of `ids`', type: BulkFilterDto })
  @MayBeAbsent()
  @Checked((value) => inspect(BulkFilterDto, value).problems)
  filter?: BulkFilterDto;

  /** For `add_tags`. */
  @TagsProperty()
  tags?: Record<string, string>;

  @ApiPropertyOptional({
    description: 'For `remove_tags`',
    type: [String],
    minItems: 1,
    maxItems: MAX_TAGS,
    example: ['site'],
  })
  @MayBeAbsent()
  @Checked(tagKeyListProblems)
  tag_keys?: string[];

  @UsernameProperty('optional')
  username?: string;

  @PasswordProperty('optional')
  password?: string;

  @ObjectsProperty()
  objects_ids?: ObjectRefDto[];

  @TemplateProperty()
  template?: TemplateName;
}

export const BULK_OUTCOMES = ['changed', 'unchanged', 'deleted'] as const;

export class BulkOutcomeDto {
  @ApiProperty({ description: 'Of the connection', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ description: 'Of the connection', example: 'MCR-SNP-01' })
  name!: string;

  @ApiProperty({ description: 'What became of it', enum: BULK_OUTCOMES, enumName: 'BulkOutcome', example: 'changed' })
  result!: (typeof BULK_OUTCOMES)[number];
}

export class BulkResultDto {
  @ApiProperty({ description: 'What was done', example: '2 connections changed' })
  message!: string;

  @ApiProperty({ type: [BulkOutcomeDto], description: 'Every connection that was meant' })
  results!: BulkOutcomeDto[];
}

function searchProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be text';
  return value.length > MAX_SEARCH ? `must not be longer than ${MAX_SEARCH} characters` : undefined;
}

function statusProblem(value: unknown): string | undefined {
  return CONNECTION_STATUSES.some((status) => status === value)
    ? undefined
    : `must be one of ${CONNECTION_STATUSES.join(', ')}`;
}

function listOf(problem: (value: unknown) => string | undefined): Check {
  return (value) => {
    if (!Array.isArray(value)) return [{ pointer: '', message: 'must be a list' }];
    return value.flatMap((element: unknown, index) => {
      const message = problem(element);
      return message === undefined ? [] : [{ pointer: pointerTo(index), message }];
    });
  };
}

function idListProblems(value: unknown): ReturnType<Check> {
  if (Array.isArray(value) && (value.length === 0 || value.length > MAX_BULK)) {
    return [{ pointer: '', message: `must hold 1 to ${MAX_BULK} ids` }];
  }
  return listOf((id) => (Number.isSafeInteger(id) && Number(id) > 0 ? undefined : 'must be a positive whole number'))(
    value,
  );
}
