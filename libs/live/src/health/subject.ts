import type { SessionCode, SessionState } from '@snp/collector';
import type { ActiveAlarm } from '@snp/protocol';
import type { DeviceReadings } from '../readings/device-readings';

/** The tag that names the site of a device; devices without it are compared with one another. */
export const SITE_TAG = 'site';

/** What a rule is applied to: one device at one moment. Times are monotonic ms. */
export interface Subject {
  readonly now: number;
  /** The date, ms since the epoch: for what the calendar decides. */
  readonly date: number;
  readonly isEnabled: boolean;
  readonly state: SessionState;
  /** Why the session is in its state, for programs … */
  readonly stateCode: SessionCode;
  /** … and as readable text. */
  readonly stateReason: string;
  readonly stateSince: number;
  readonly lastMessageAt: number | null;
  readonly lastStatusAt: number | null;
  /** Why the session was lost or could not be established; null before the first attempt and after a success. */
  readonly failure: { readonly state: SessionState; readonly reason: string; readonly at: number } | null;
  /** A date, ms since the epoch. */
  readonly certificateExpiresAt: number | null;
  readonly readings: DeviceReadings;
  /** The active alarms of the device. */
  readonly alarms: readonly ActiveAlarm[];
  /** The grandmaster that most locked devices of its site follow; null if there is none. */
  readonly commonGrandmaster: string | null;
}
