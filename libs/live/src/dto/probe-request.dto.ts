import { ApiPropertyOptional } from '@nestjs/swagger';
import { ProbedObjectDto } from './probe.dto';

/** A device to try: an id of a stored connection, or the fields of one; given fields replace stored ones. */
export class ProbeRequestDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'A stored connection. Its password is used only while the addresses are as stored.',
    example: 7,
  })
  id?: number;

  @ApiPropertyOptional({ type: String, description: 'Name; only for messages', example: 'MCR-SNP-02' })
  name?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: 2048,
    description: 'REST address',
    example: 'https://192.168.90.23:9089/api/auth',
  })
  restapi?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: 2048,
    description: 'WebSocket address',
    example: 'wss://192.168.90.23/smm',
  })
  websocket?: string;

  @ApiPropertyOptional({ type: String, description: 'User', example: 'admin' })
  username?: string;

  @ApiPropertyOptional({ type: String, writeOnly: true, description: 'Password', example: 'secret' })
  password?: string;

  @ApiPropertyOptional({ type: () => [ProbedObjectDto], description: 'Objects to subscribe to' })
  objects_ids?: ProbedObjectDto[];
}
