import type { ObjectRefDto } from './object-ref.dto';
import { WritableFieldsDto } from './connection-fields.dto';
import {
  KeptPasswordProperty,
  NameProperty,
  ObjectsProperty,
  RestapiProperty,
  TagsProperty,
  UsernameProperty,
  WebsocketProperty,
} from './properties';

/** The whole of a connection; it needs `objects_ids` or `template`. It may come back with what was stored before. */
export class ReplaceConnectionDto extends WritableFieldsDto {
  @NameProperty('required', 'left to the rules')
  override name!: string;

  @RestapiProperty('required', 'left to the rules')
  override restapi!: string;

  @WebsocketProperty('required', 'left to the rules')
  override websocket!: string;

  @UsernameProperty('required', 'left to the rules')
  override username!: string;

  @KeptPasswordProperty()
  override password?: string;

  @ObjectsProperty('left to the rules')
  override objects_ids?: ObjectRefDto[];

  @TagsProperty('left to the rules')
  override tags?: Record<string, string>;
}
