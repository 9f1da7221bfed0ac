import { WritableFieldsDto } from './connection-fields.dto';
import { KeptPasswordProperty } from './properties';

/** The whole of a connection; it needs `objects_ids` or `template`. */
export class ReplaceConnectionDto extends WritableFieldsDto {
  @KeptPasswordProperty()
  override password?: string;
}
