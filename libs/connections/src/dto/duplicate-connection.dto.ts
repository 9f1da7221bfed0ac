import { EnabledProperty, NameProperty } from './properties';

/** How the copy of a connection differs from it. */
export class DuplicateConnectionDto {
  @NameProperty('optional')
  name?: string;

  @EnabledProperty(
    'Whether the exporter connects to the device; default: false, because one session per device is usually enough',
  )
  enabled?: boolean;
}
