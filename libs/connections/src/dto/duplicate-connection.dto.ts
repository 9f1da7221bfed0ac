import { EnabledProperty, NameProperty } from './properties';

/** How the copy of a connection differs from it. */
export class DuplicateConnectionDto {
  @NameProperty('optional')
  name?: string;

  @EnabledProperty(
    'Whether the exporter connects at once; false when missing, since two sessions to a device are seldom meant',
  )
  enabled?: boolean;
}
