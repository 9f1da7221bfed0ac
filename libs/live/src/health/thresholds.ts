import { ALERT_LIMITS } from '@snp/catalogue';
import { LOSS_LASTS_MS } from '../readings/receiver-watch';

const SECOND = 1_000;
export const DAY = 24 * 60 * 60 * SECOND;

/** The thresholds of the health rules; times in ms. */
export const THRESHOLDS = {
  /** A session without a message for this long is stale. */
  stale: 10 * SECOND,
  ptpUnlocked: 10 * SECOND,
  ptpOffsetSeconds: ALERT_LIMITS.ptpOffsetSeconds,
  /** How long a rise of missing packets counts. */
  packetLoss: LOSS_LASTS_MS,
  /** How long an increase of the minor alarms counts. */
  minorAlarms: 60 * SECOND,
  certificate: ALERT_LIMITS.certificateDays * DAY,
  /** A finding is kept for this long after its rule was last broken. */
  better: 5 * SECOND,
} as const;

/** A duration as text: `10 s`. */
export const inSeconds = (ms: number): string => `${ms / SECOND} s`;
