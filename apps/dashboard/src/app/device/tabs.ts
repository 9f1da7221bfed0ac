import type { DeviceStatus } from '../core/api/models';

export const DEVICE_TABS = [
  'overview',
  'ptp',
  'network',
  'receivers',
  'senders',
  'channels',
  'alarms',
  'events',
  'metrics',
  'raw',
] as const;
export type DeviceTab = (typeof DEVICE_TABS)[number];

/** A section of a status that the API returns on request. */
export type Section = Exclude<keyof DeviceStatus, 'connection_id' | 'name' | 'generated_at' | 'session'>;

interface Needs {
  readonly sections: readonly Section[];
  readonly hasHistory: boolean;
}

const IDENTITY = ['identity'] as const;

const NEEDS: Readonly<Record<DeviceTab, Needs>> = {
  overview: {
    sections: [...IDENTITY, 'power', 'fans', 'temperatures', 'fpgas', 'optics', 'processors', 'genlock', 'licences'],
    hasHistory: true,
  },
  ptp: { sections: [...IDENTITY, 'ptp', 'genlock'], hasHistory: true },
  network: { sections: [...IDENTITY, 'network'], hasHistory: true },
  receivers: { sections: [...IDENTITY, 'receivers'], hasHistory: false },
  senders: { sections: [...IDENTITY, 'senders'], hasHistory: false },
  channels: { sections: [...IDENTITY, 'channels', 'inputs'], hasHistory: false },
  alarms: { sections: IDENTITY, hasHistory: false },
  events: { sections: IDENTITY, hasHistory: false },
  metrics: { sections: IDENTITY, hasHistory: false },
  raw: { sections: IDENTITY, hasHistory: false },
};

/** What a tab needs from the API. */
export function sectionsOf(tab: DeviceTab): Needs {
  return NEEDS[tab];
}

/** Of a tab, those rows that a finding is about, as in the URL. */
const ROWS_OF_FINDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  receiver_unprotected: { show: 'unprotected' },
  receiver_leg_lost: { show: 'unprotected' },
};

/** The query parameters with which a tab shows what a finding is about. */
export function queryOfFinding({ rule }: { readonly rule: string }): Readonly<Record<string, string>> {
  return ROWS_OF_FINDINGS[rule] ?? {};
}

export const TAB_WORDS: Readonly<Record<DeviceTab, string>> = {
  overview: $localize`Overview`,
  ptp: $localize`PTP`,
  network: $localize`Network`,
  receivers: $localize`Receivers`,
  senders: $localize`Senders`,
  channels: $localize`Channels`,
  alarms: $localize`Alarms`,
  events: $localize`Events`,
  metrics: $localize`Metrics`,
  raw: $localize`Raw`,
};
