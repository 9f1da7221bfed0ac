import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LOCAL_ELEMENT, type ObjectRef } from '@snp/protocol';

/** An object of a device; the names are the device's own. Lists of them are checked by `objectListProblems`. */
export class ObjectRefDto implements ObjectRef {
  @ApiPropertyOptional({
    description: 'Address of the device that has the object; `127.0.0.1` is the connected device itself',
    type: String,
    minLength: 1,
    maxLength: 255,
    default: LOCAL_ELEMENT,
    example: LOCAL_ELEMENT,
  })
  elementIP!: string;

  @ApiProperty({ description: 'Object type', minLength: 1, maxLength: 255, example: 'procChannelHD' })
  objectType!: string;

  @ApiPropertyOptional({
    description: 'Object id; required for types that have several objects',
    minLength: 1,
    maxLength: 255,
    example: 'A-HD-1',
  })
  objectId?: string;
}
