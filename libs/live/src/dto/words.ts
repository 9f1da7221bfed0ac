/** What a device's light shows, worst last but for `off`. */
export const HEALTH_LEVELS = ['healthy', 'degraded', 'failed', 'no_data', 'off'] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

export const SESSION_STATES = ['connecting', 'connected', 'disconnected', 'error'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Where the dashboard shows more about a finding. */
export const TABS = ['overview', 'ptp', 'network', 'receivers', 'senders', 'channels', 'alarms', 'events'] as const;
export type Tab = (typeof TABS)[number];

export const LEGS = ['primary', 'secondary'] as const;
export type Leg = (typeof LEGS)[number];

export const RECEIVER_ESSENCES = ['video', 'audio', 'ancillary'] as const;
export type ReceiverEssence = (typeof RECEIVER_ESSENCES)[number];

export const SENDER_ESSENCES = ['video', 'video_proxy', 'audio', 'ancillary'] as const;
export type SenderEssence = (typeof SENDER_ESSENCES)[number];

/** States of SMPTE ST 2022-7 protection. */
export const PROTECTION_STATES = ['present', 'loopback', 'not_present', 'other'] as const;
export type ProtectionState = (typeof PROTECTION_STATES)[number];

export const PTP_STATES = ['locked', 'unlocked_free_run', 'acquiring', 'holdover', 'other'] as const;
export type PtpState = (typeof PTP_STATES)[number];

export const PROCESSORS = ['processorA', 'processorB', 'processorC', 'processorD'] as const;
export type Processor = (typeof PROCESSORS)[number];

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
