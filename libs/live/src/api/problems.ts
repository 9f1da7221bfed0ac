import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';

/** One field of a request that was refused. */
export class FieldProblemDto {
  @ApiProperty({ description: 'JSON pointer to the field', example: '/limit' })
  pointer!: string;

  @ApiProperty({ description: 'What is wrong with it', example: 'must be between 1 and 500' })
  message!: string;
}

/** Every error answer (RFC 9457). */
export class ProblemDto {
  @ApiProperty({ description: 'Stable name of the error', example: 'urn:snp-exporter:problem:not-found' })
  type!: string;

  @ApiProperty({ description: 'The same for every error of this type', example: 'Not found' })
  title!: string;

  @ApiProperty({ type: 'integer', description: 'HTTP status', example: 404 })
  status!: number;

  @ApiProperty({ description: 'What happened this time', example: 'There is no connection 7.' })
  detail!: string;

  @ApiPropertyOptional({ type: () => [FieldProblemDto], description: 'The fields that were refused' })
  errors?: FieldProblemDto[];
}

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  404: 'There is no such connection',
  409: 'The device is being asked already',
  413: 'The body is too large',
  415: 'The body is in a form that is not understood',
  422: 'A parameter or field is not valid; `errors` says which',
  429: 'Asked too soon again; `Retry-After` says when',
  502: 'The device could not be asked; `detail` says why',
  503: 'Not possible at the moment',
};

/** Declares error answers. */
export function ApiProblems(...statuses: (keyof typeof MEANINGS & number)[]): MethodDecorator {
  const schema = { $ref: getSchemaPath(ProblemDto) };
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) =>
      ApiResponse({ status, description: MEANINGS[status], content: { 'application/problem+json': { schema } } }),
    ),
  );
}
