import type { HealthLevel, PtpState } from '../core/api/models';

/** The word for each state of a PTP controller. */
export const PTP_WORDS: Readonly<Record<PtpState, string>> = {
  locked: $localize`Locked`,
  unlocked_free_run: $localize`Unlocked, free run`,
  acquiring: $localize`Acquiring`,
  holdover: $localize`Holdover`,
  other: $localize`Other`,
};

/** The level that a state is shown with. */
export function levelOfPtp(state: PtpState | null): HealthLevel {
  if (state === null) return 'no_data';
  return state === 'locked' ? 'healthy' : 'failed';
}

/** A larger offset, in seconds, is a warning. */
export const OFFSET_LIMIT = 1e-6;
