import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { CreateConnectionDto } from '@snp/connections';
import { Checked, MayBeAbsent } from '@snp/http';

const NO_ID = [{ pointer: '', message: 'must be a positive whole number' }];
const NO_PASSWORD = [{ pointer: '', message: 'must be text of at most 1024 characters' }];
const MAX_PASSWORD = 1_024;

/** What a connection has, none of it required. */
class ConnectionFieldsDto extends PartialType(OmitType(CreateConnectionDto, ['id', 'password', 'template'] as const), {
  skipNullProperties: false,
}) {}

/** A device to try: a stored connection, a connection that is not stored yet, or a stored one with changes. */
export class ProbeRequestDto extends ConnectionFieldsDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Id of a stored connection; the other fields override its stored values',
    example: 7,
  })
  @MayBeAbsent()
  @Checked((value) => (Number.isSafeInteger(value) && Number(value) > 0 ? [] : NO_ID))
  id?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'password',
    maxLength: MAX_PASSWORD,
    description: 'If missing or empty, the stored password is used, but only with the stored addresses',
    example: 'secret',
  })
  @MayBeAbsent()
  @Checked((value) => (typeof value === 'string' && value.length <= MAX_PASSWORD ? [] : NO_PASSWORD))
  password?: string;
}
