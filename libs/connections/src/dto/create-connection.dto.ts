import { WritableFieldsDto } from './connection-fields.dto';

/** A new connection; it needs `objects_ids` or `template`. */
export class CreateConnectionDto extends WritableFieldsDto {
  override password!: string;
}
