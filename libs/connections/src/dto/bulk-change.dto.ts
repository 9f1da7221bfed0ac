import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  among,
  atMost,
  type Check,
  Checked,
  inspect,
  MAX_REPEATED,
  MayBeAbsent,
  one,
  pointerTo,
  type TextProblem,
} from '@snp/http';
import type { TemplateName } from '@snp/protocol';
import { IsBoolean, IsIn } from 'class-validator';
import { CONNECTION_STATUSES, type ConnectionStatus } from '../connection';
import { MAX_TAGS, tagKeyListProblems } from '../validation/tag-map';
import { MAX_SEARCH } from './list-query.dto';
import { ObjectsProperty, PasswordProperty, TagsProperty, TemplateProperty, UsernameProperty } from './properties';
import type { ObjectRefDto } from './object-ref.dto';

const BULK_ACTIONS = [
  'enable',
  'disable',
  'delete',
  'add_tags',
  'remove_tags',
  'set_credentials',
  'replace_objects',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

const MAX_BULK = 10_000;

/** Selects connections, as the list does; an empty filter selects all. */
export class BulkFilterDto {
  @ApiPropertyOptional({
    description: 'Text in the name, URLs, user name or tags; not case-sensitive',
    maxLength: MAX_SEARCH,
  })
  @MayBeAbsent()
  @Checked(one(text(atMost(MAX_SEARCH))))
  search?: string;

  @ApiPropertyOptional({
    description: 'Tags, as `key=value` or `key`; all must match',
    type: [String],
    example: ['site=london'],
  })
  @MayBeAbsent()
  @Checked(listOf(text(atMost(MAX_SEARCH))))
  tag?: string[];

  @ApiPropertyOptional({
    description: 'States; any may match',
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    isArray: true,
  })
  @MayBeAbsent()
  @Checked(listOf(text(among(CONNECTION_STATUSES))))
  status?: ConnectionStatus[];

  @ApiPropertyOptional({ description: '`true` for enabled connections only, `false` for disabled ones only' })
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  enabled?: boolean;
}

/** One change to many connections, named by `ids` or by `filter`. */
export class BulkChangeDto {
  @ApiProperty({ description: 'Action to perform', enum: BULK_ACTIONS, enumName: 'BulkAction', example: 'add_tags' })
  @IsIn(BULK_ACTIONS, { message: `must be one of ${BULK_ACTIONS.join(', ')}` })
  action!: BulkAction;

  @ApiPropertyOptional({
    description: 'Ids of the connections to change, instead of `filter`',
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    minItems: 1,
    maxItems: MAX_BULK,
    example: [1, 2],
  })
  @MayBeAbsent()
  @Checked(idListProblems)
  ids?: number[];

  @ApiPropertyOptional({ description: 'Which connections to change, instead of `ids`', type: BulkFilterDto })
  @MayBeAbsent()
  @Checked((value) => inspect(BulkFilterDto, value).problems)
  filter?: BulkFilterDto;

  /** For `add_tags`. */
  @TagsProperty()
  tags?: Record<string, string>;

  @ApiPropertyOptional({
    description: 'Keys of the tags to remove, for `remove_tags`',
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

const BULK_OUTCOMES = ['changed', 'unchanged', 'deleted'] as const;

export class BulkOutcomeDto {
  @ApiProperty({ description: 'Id of the connection', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-01' })
  name!: string;

  @ApiProperty({
    description: 'Outcome for this connection',
    enum: BULK_OUTCOMES,
    enumName: 'BulkOutcome',
    example: 'changed',
  })
  result!: (typeof BULK_OUTCOMES)[number];
}

export class BulkResultDto {
  @ApiProperty({ description: 'Result as readable text', example: '2 connections changed' })
  message!: string;

  @ApiProperty({ type: [BulkOutcomeDto], description: 'All selected connections' })
  results!: BulkOutcomeDto[];
}

function listOf(problem: (value: unknown) => string | undefined, max = MAX_REPEATED): Check {
  return (value) => {
    if (!Array.isArray(value)) return [{ pointer: '', message: 'must be a list' }];
    if (value.length > max) return [{ pointer: '', message: `must not contain more than ${max} values` }];
    return value.flatMap((element: unknown, index) => {
      const message = problem(element);
      return message === undefined ? [] : [{ pointer: pointerTo(index), message }];
    });
  };
}

function idListProblems(value: unknown): ReturnType<Check> {
  if (Array.isArray(value) && (value.length === 0 || value.length > MAX_BULK)) {
    return [{ pointer: '', message: `must contain 1 to ${MAX_BULK} ids` }];
  }
  const idProblem = (id: unknown) =>
    Number.isSafeInteger(id) && Number(id) > 0 ? undefined : 'must be a positive whole number';
  return listOf(idProblem, MAX_BULK)(value);
}

function text(problem: TextProblem): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' ? problem(value) : 'must be text');
}
