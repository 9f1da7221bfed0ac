import { ApiProperty } from '@nestjs/swagger';
import { TEMPLATE_NAMES, type TemplateName } from '@snp/protocol';
import { ObjectRefDto } from './object-ref.dto';

export class ConnectionAddedDto {
  @ApiProperty({ description: 'Of the new connection', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ description: 'What was done', example: 'Connection added' })
  message!: string;
}

export class MessageDto {
  @ApiProperty({ description: 'What was done', example: 'Connection updated' })
  message!: string;
}

/** A ready-made list of objects to subscribe to. */
export class ObjectTemplateDto {
  @ApiProperty({
    description: 'As `template` of a connection takes it',
    enum: TEMPLATE_NAMES,
    enumName: 'TemplateName',
    example: 'minimal',
  })
  name!: TemplateName;

  @ApiProperty({ description: 'What it is for', example: 'PTP and the health of the box' })
  description!: string;

  @ApiProperty({ description: 'The objects', type: [ObjectRefDto] })
  objects_ids!: readonly ObjectRefDto[];
}
