import { ROWS } from './families';
import type { CatalogueFamily } from './table/family';

export { Decoder, SESSION_SOURCE, type DeviceDecoder } from './decoder';
export { EXPORTER_FAMILIES, EXPORTER_GROUP, type ExporterFamily } from './exporter-families';
export { ALERT_GROUPS, ALERT_LIMITS, alertFile, SEVERITIES, type AlertRule } from './rules';
export { type PollView, type SessionView } from './session-view';
export { type CatalogueFamily } from './table/family';
export { GROUPS, type Group } from './table/groups';
export { type CatalogueOptions } from './table/options';

/** Every family that can be exported, as the documentation and the API show them. */
export const FAMILIES: readonly CatalogueFamily[] = ROWS.map(shown);

function shown({ name, type, unit, group, labels, timeLabels, help, source }: CatalogueFamily): CatalogueFamily {
  return {
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
    group,
    labels,
    ...(timeLabels === undefined ? {} : { timeLabels }),
    help,
    source,
  };
}

const EXPORTED: ReadonlySet<string> = new Set(ROWS.flatMap(({ read }) => read.flatMap(({ place }) => place.objects)));

/** Whether statuses of this type can have series. */
export function isExported(type: string): boolean {
  return EXPORTED.has(type) && !type.startsWith('@');
}
