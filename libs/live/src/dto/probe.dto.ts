import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { PROBE_STEPS, type ProbeStepName } from '@snp/collector';
import { ReplaceConnectionDto } from '@snp/connections';
import { Checked, MayBeAbsent } from '@snp/http';
import { NullableMoment, NullableSection, NullableText, Word } from './fields';

const NO_ID = [{ pointer: '', message: 'must be a positive whole number' }];
const NO_PASSWORD = [{ pointer: '', message: 'must be text of at most 1024 characters' }];
const MAX_PASSWORD = 1_024;

/** What a connection has, none of it required. */
class ConnectionFieldsDto extends PartialType(OmitType(ReplaceConnectionDto, ['id', 'password', 'template'] as const), {
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

/** The device's certificate. */
export class CertificateDto {
  @ApiProperty({ description: 'Subject', example: 'CN=snp' })
  subject!: string;

  @ApiProperty({ description: 'Issuer', example: 'CN=snp' })
  issuer!: string;

  @NullableMoment('Expiry; null if it cannot be read', '2031-01-01T00:00:00.000Z')
  valid_to!: string | null;

  @ApiProperty({ description: 'SHA-256 fingerprint', example: 'AB:CD:EF:01' })
  fingerprint256!: string;

  @ApiProperty({ description: 'Whether it is self-signed', example: true })
  self_signed!: boolean;
}

/** A step of a connection test. */
export class ProbeStepDto {
  @Word('Step of the test', PROBE_STEPS)
  step!: ProbeStepName;

  @ApiProperty({ description: 'Whether the step succeeded', example: true })
  ok!: boolean;

  @ApiProperty({ type: Number, description: 'Duration, milliseconds', example: 14.2 })
  duration_ms!: number;

  @ApiProperty({ description: 'Result as readable text', example: 'self-signed, until 2031-01' })
  detail!: string;

  @NullableText('Error; null if the step succeeded', 'device refused the password (401)')
  error!: string | null;

  @NullableSection(CertificateDto, "The device's certificate; null except for the step `tls`")
  certificate!: CertificateDto | null;
}

/** The end of a connection test. */
export class ProbeEndDto {
  @ApiProperty({ description: 'Whether every step succeeded', example: true })
  ok!: boolean;
}

/** A connection test that has ended. */
export class ProbeResultDto {
  @ApiProperty({ description: 'Whether every step succeeded', example: true })
  ok!: boolean;

  @ApiProperty({ type: () => [ProbeStepDto], description: 'The steps that were run' })
  steps!: ProbeStepDto[];
}

/** An object that a device has. */
export class DiscoveredObjectDto {
  @ApiProperty({ description: 'Element of the object', example: '127.0.0.1' })
  element_ip!: string;

  @ApiProperty({ description: 'Type', example: 'procChannelHD' })
  object_type!: string;

  @ApiProperty({ description: 'Id', example: 'A-HD-1' })
  object_id!: string;

  @ApiProperty({ description: 'Name given by the device', example: 'A-HD-1' })
  name!: string;

  @ApiProperty({ description: 'Whether the exporter knows the type', example: true })
  known!: boolean;
}

export class DiscoveryDto {
  @ApiProperty({ type: () => [DiscoveredObjectDto], description: 'Each object once' })
  objects!: DiscoveredObjectDto[];
}
