import { ApiProperty } from '@nestjs/swagger';

/** What an answer and an export say alike of a connection. */
export abstract class StoredFieldsDto {
  @ApiProperty({ description: 'The label `target` of every series of the device', example: 'MCR-SNP-01' })
  name!: string;

  @ApiProperty({ description: 'Where the device authenticates', example: 'https://192.168.90.23:9089/api/auth' })
  restapi!: string;

  @ApiProperty({ description: 'Where the device sends its statuses', example: 'wss://192.168.90.23/smm' })
  websocket!: string;

  @ApiProperty({ description: 'User of the device', example: 'admin' })
  username!: string;

  @ApiProperty({ description: 'Whether a session is wanted', example: true })
  enabled!: boolean;

  @ApiProperty({
    description: 'For finding and for labels',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { site: 'london' },
  })
  tags!: Readonly<Record<string, string>>;
}
