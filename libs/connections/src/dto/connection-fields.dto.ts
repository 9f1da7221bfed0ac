import { ApiHideProperty, ApiProperty } from '@nestjs/swagger';
import type { TemplateName } from '@snp/protocol';
import { Allow } from 'class-validator';
import type { ObjectRefDto } from './object-ref.dto';
import {
  EnabledProperty,
  LegacyTlsProperty,
  NameProperty,
  ObjectsProperty,
  PasswordProperty,
  RestapiProperty,
  TagsProperty,
  TemplateProperty,
  UsernameProperty,
  WebsocketProperty,
} from './properties';

/** What only answers have: accepted and ignored in requests, so that an answer can be sent back. */
abstract class ReadOnlyFieldsDto {
  @Allow()
  @ApiHideProperty()
  id?: unknown;

  @Allow()
  @ApiHideProperty()
  status?: unknown;

  @Allow()
  @ApiHideProperty()
  reason?: unknown;

  @Allow()
  @ApiHideProperty()
  fault?: unknown;

  @Allow()
  @ApiHideProperty()
  last_update?: unknown;

  @Allow()
  @ApiHideProperty()
  created_at?: unknown;

  @Allow()
  @ApiHideProperty()
  updated_at?: unknown;
}

/** The fields of a connection that requests can set. */
export abstract class WritableFieldsDto extends ReadOnlyFieldsDto {
  @NameProperty('required')
  name!: string;

  @RestapiProperty('required')
  restapi!: string;

  @WebsocketProperty('required')
  websocket!: string;

  @UsernameProperty('required')
  username!: string;

  @PasswordProperty('required')
  password?: string;

  @ObjectsProperty()
  objects_ids?: ObjectRefDto[];

  @TemplateProperty()
  template?: TemplateName;

  @EnabledProperty('Whether the exporter connects to the device; default for a new connection: true')
  enabled?: boolean;

  @TagsProperty()
  tags?: Record<string, string>;

  @LegacyTlsProperty()
  legacy_tls?: boolean;
}

/** The fields that answers and exports have in common. */
export abstract class StoredFieldsDto {
  @ApiProperty({ description: 'Name; the `target` label of every series of the device', example: 'MCR-SNP-01' })
  name!: string;

  @ApiProperty({ description: 'Login URL of the device', example: 'https://192.168.90.23:9089/api/auth' })
  restapi!: string;

  @ApiProperty({ description: 'WebSocket URL of the device', example: 'wss://192.168.90.23/smm' })
  websocket!: string;

  @ApiProperty({ description: 'User name on the device', example: 'admin' })
  username!: string;

  @ApiProperty({ description: 'Whether the exporter connects to the device', example: true })
  enabled!: boolean;

  @ApiProperty({
    description: 'Used for filtering and as labels',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { site: 'london' },
  })
  tags!: Readonly<Record<string, string>>;

  @ApiProperty({ description: 'Whether legacy TLS is accepted from this device', example: false })
  legacy_tls!: boolean;
}
