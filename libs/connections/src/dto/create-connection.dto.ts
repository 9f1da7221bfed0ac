import {
  EnabledField,
  NameField,
  ObjectsField,
  PasswordField,
  RestapiField,
  TagsField,
  TemplateField,
  UsernameField,
  WebsocketField,
} from './fields';
import type { ObjectRefDto } from './object-ref.dto';
import { ReadOnlyFieldsDto } from './read-only-fields.dto';
import type { TemplateName } from '@snp/protocol';

/** A new connection; it needs `objects_ids` or `template`. */
export class CreateConnectionDto extends ReadOnlyFieldsDto {
  @NameField('required')
  name!: string;

  @RestapiField('required')
  restapi!: string;

  @WebsocketField('required')
  websocket!: string;

  @UsernameField('required')
  username!: string;

  @PasswordField('required', false)
  password!: string;

  @ObjectsField()
  objects_ids?: ObjectRefDto[];

  @TemplateField()
  template?: TemplateName;

  @EnabledField('Whether the exporter connects to the device; true when missing')
  enabled?: boolean;

  @TagsField()
  tags?: Record<string, string>;
}
