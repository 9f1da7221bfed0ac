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

/** Parts of a connection; what is missing stays as it is. */
export class PatchConnectionDto extends ReadOnlyFieldsDto {
  @NameField('optional')
  name?: string;

  @RestapiField('optional')
  restapi?: string;

  @WebsocketField('optional')
  websocket?: string;

  @UsernameField('optional')
  username?: string;

  @PasswordField('optional', true)
  password?: string;

  @ObjectsField()
  objects_ids?: ObjectRefDto[];

  @TemplateField()
  template?: TemplateName;

  @EnabledField('Whether the exporter connects to the device')
  enabled?: boolean;

  @TagsField()
  tags?: Record<string, string>;
}
