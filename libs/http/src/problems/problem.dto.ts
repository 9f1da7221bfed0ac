import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { problemOf, type Problem } from './problem.filter';
import {
  changedMeanwhile,
  databaseUnavailable,
  invalid,
  nameTaken,
  notFound,
  tooLarge,
  unreadable,
  unsupportedMediaType,
} from './problems';

export class FieldProblemDto {
  @ApiProperty({
    description:
      'JSON pointer (RFC 6901) into the request body, or `/name` of a query parameter; empty for the whole request',
    example: '/objects_ids/3/objectType',
  })
  pointer!: string;

  @ApiProperty({ description: 'What is wrong', example: 'is required' })
  message!: string;
}

/** Every error answer, as RFC 9457 has it. */
export class ProblemDto {
  @ApiProperty({ description: 'Type of the problem, for programs', example: 'urn:snp-exporter:problem:invalid' })
  type!: string;

  @ApiProperty({ description: 'Type of the problem, for people', example: 'The request is invalid' })
  title!: string;

  @ApiProperty({ description: 'HTTP status', type: 'integer', example: 422 })
  status!: number;

  @ApiProperty({ description: 'What happened in this case', example: '/objects_ids/3/objectType: is required' })
  detail!: string;

  @ApiPropertyOptional({ description: 'Invalid fields', type: [FieldProblemDto] })
  errors?: FieldProblemDto[];
}

const EXAMPLES = new Map<number, Problem>(
  [
    unreadable('The body is not JSON.'),
    notFound('connection 4711'),
    nameTaken("Connection 'MCR-SNP-01'"),
    changedMeanwhile('Connection 1'),
    tooLarge('The body is larger than 1 MiB.'),
    unsupportedMediaType('The body must be application/json.'),
    invalid([{ pointer: '/objects_ids/3/objectType', message: 'is required' }]),
    databaseUnavailable('The database is not available: the disk is full; free some space. Nothing was changed.'),
  ].map((error) => [error.status, problemOf(error)]),
);

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  404: 'Not found',
  408: 'The body did not arrive in time',
  409: 'The name is taken',
  412: 'Changed by someone else since it was read',
  413: 'Too large',
  415: 'The body has an unsupported media type or is compressed',
  422: 'The request is invalid; `errors` lists the fields and the reasons',
  429: 'Too many requests; `Retry-After` says when to try again',
  503: 'Temporarily unavailable, see `detail`; nothing was changed',
};

/** Declares the error answers of an operation; 503 belongs to all of them. */
export function ApiProblems(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  const answers = [...statuses, 503].map((status) =>
    ApiResponse({
      status,
      description: DESCRIPTIONS[status] ?? STATUS_CODES[status],
      content: {
        'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) }, example: EXAMPLES.get(status) },
      },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemDto), ...answers);
}
