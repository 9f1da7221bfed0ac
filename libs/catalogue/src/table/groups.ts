/** What can be switched on and off as one. */
export const GROUPS = [
  'legacy',
  'session',
  'system',
  'ptp',
  'network',
  'receivers',
  'senders',
  'channels',
  'inputs',
  'processors',
  'alarms',
  'exporter',
] as const;

export type Group = (typeof GROUPS)[number];
