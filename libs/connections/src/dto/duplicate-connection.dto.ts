import { EnabledField, NameField } from './fields';

/** How the copy of a connection differs from it. */
export class DuplicateConnectionDto {
  @NameField('optional')
  name?: string;

  @EnabledField(
    'Whether the exporter connects at once; false when missing, since two sessions to a device are seldom meant',
  )
  enabled?: boolean;
}
