import { ApiProperty } from '@nestjs/swagger';
import { TEMPLATE_NAMES, type TemplateName } from '../templates/object-templates';
import { ObjectRefDto } from './object-ref.dto';

export class ConnectionAddedDto {
  @ApiProperty({ description: 'Of the new connection', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ example: 'Connection added' })
  message!: string;
}

export class MessageDto {
  @ApiProperty({ example: 'Connection updated' })
  message!: string;
}

/** A ready-made list of objects to subscribe to. */
export class ObjectTemplateDto {
  @ApiProperty({ enum: TEMPLATE_NAMES, enumName: 'TemplateName', example: 'minimal' })
  name!: TemplateName;

  @ApiProperty({ example: 'PTP and the health of the box' })
  description!: string;

  @ApiProperty({ type: [ObjectRefDto] })
  objects_ids!: readonly ObjectRefDto[];
}
