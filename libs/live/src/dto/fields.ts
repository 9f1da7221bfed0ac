import type { Type } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** The schema of `null` in OpenAPI 3.0, where null is not a type of its own. */
const NOTHING = { type: 'string', nullable: true, enum: [null] };

/** A number that the device may not tell: null then. Name the unit in the description. */
export function NullableNumber(description: string, example: number): PropertyDecorator {
  return ApiProperty({ type: Number, nullable: true, description, example });
}

/** A whole number that the device may not tell: null then. */
export function NullableCount(description: string, example: number): PropertyDecorator {
  return ApiProperty({ type: 'integer', nullable: true, description, example });
}

/** A text that the device may not tell: null then. */
export function NullableText(description: string, example: string): PropertyDecorator {
  return ApiProperty({ type: String, nullable: true, description, example });
}

/** A yes or no that the device may not tell: null then. */
export function NullableFlag(description: string, example = true): PropertyDecorator {
  return ApiProperty({ type: Boolean, nullable: true, description, example });
}

/** A moment, ISO 8601 in UTC, or null. */
export function NullableMoment(description: string, example = '2026-02-03T20:00:00.000Z'): PropertyDecorator {
  return ApiProperty({ type: String, format: 'date-time', nullable: true, description, example });
}

/** A moment, ISO 8601 in UTC. */
export function Moment(description: string, example = '2026-02-03T20:00:00.000Z'): PropertyDecorator {
  return ApiProperty({ type: String, format: 'date-time', description, example });
}

/** A whole number. */
export function Count(description: string, example: number): PropertyDecorator {
  return ApiProperty({ type: 'integer', minimum: 0, description, example });
}

/** One word of a fixed list. */
export function Word(description: string, words: readonly string[], example = words[0]): PropertyDecorator {
  return ApiProperty({ type: String, enum: [...words], description, example });
}

/** One word of a fixed list, or null. */
export function NullableWord(description: string, words: readonly string[], example = words[0]): PropertyDecorator {
  return ApiProperty({ type: String, enum: [...words, null], nullable: true, description, example });
}

/** A section that is null where the device's object is not subscribed or cannot be read. */
export function NullableSection(section: Type, description: string): PropertyDecorator {
  return (target, key) => {
    ApiExtraModels(section)(target.constructor);
    ApiProperty({ description, anyOf: [{ $ref: getSchemaPath(section) }, NOTHING] })(target, key);
  };
}

/** Rows that are null where the device's object is not subscribed or cannot be read. */
export function NullableRows(row: Type, description: string): PropertyDecorator {
  return ApiProperty({ type: () => [row], nullable: true, description });
}

/** Names with a text each. */
export function Texts(description: string, example: Record<string, string>): PropertyDecorator {
  return ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description, example });
}

/** Evenly spaced values, null where none was known. */
export function NullableNumbers(description: string, example: (number | null)[]): PropertyDecorator {
  return ApiProperty({ type: 'array', items: { type: 'number', nullable: true }, description, example });
}
