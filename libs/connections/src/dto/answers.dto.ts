import { ApiProperty } from '@nestjs/swagger';
import { TEMPLATE_NAMES, type TemplateName } from '@snp/protocol';
import { ObjectRefDto } from './object-ref.dto';

export class ConnectionAddedDto {
  @ApiProperty({ description: 'Id of the new connection', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ description: 'Result as readable text', example: 'Connection added' })
  message!: string;
}

export class MessageDto {
  @ApiProperty({ description: 'Result as readable text', example: 'Connection updated' })
  message!: string;
}

/** A ready-made list of objects to subscribe to. */
export class ObjectTemplateDto {
  @ApiProperty({
    description: 'Name, for `template` of a connection',
    enum: TEMPLATE_NAMES,
    enumName: 'TemplateName',
    example: 'minimal',
  })
  name!: TemplateName;

  @ApiProperty({ description: 'What the template covers', example: 'PTP and hardware health' })
  description!: string;

  @ApiProperty({ description: 'Objects to subscribe to', type: [ObjectRefDto] })
  objects_ids!: readonly ObjectRefDto[];
}
