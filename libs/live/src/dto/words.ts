/** What a device's light shows, worst last but for `off`. */
export const HEALTH_LEVELS = ['healthy', 'degraded', 'failed', 'no_data', 'off'] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

/** Where the dashboard shows more about a finding. */
export const TABS = ['overview', 'ptp', 'network', 'receivers', 'senders', 'channels', 'alarms', 'events'] as const;
export type Tab = (typeof TABS)[number];

export const EVENT_KINDS = ['state', 'alarm_raised', 'alarm_cleared'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The parts of a device's status that can be asked for one by one. */
export const STATUS_SECTIONS = [
  'identity',
  'power',
  'fans',
  'temperatures',
  'fpgas',
  'optics',
  'ptp',
  'network',
  'receivers',
  'senders',
  'channels',
  'inputs',
  'genlock',
  'processors',
  'licences',
] as const;
export type StatusSection = (typeof STATUS_SECTIONS)[number];
