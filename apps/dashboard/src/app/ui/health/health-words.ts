import type { HealthLevel, SessionState } from '../../core/api/models';

/** The order in which devices are shown. */
export const LEVELS_WORST_FIRST: readonly HealthLevel[] = ['failed', 'degraded', 'no_data', 'healthy', 'off'];

/** The word for each level. */
export const LEVEL_WORDS: Readonly<Record<HealthLevel, string>> = {
  healthy: $localize`Healthy`,
  degraded: $localize`Degraded`,
  failed: $localize`Failed`,
  no_data: $localize`No data`,
  off: $localize`Disabled`,
};

/** The word for each state of a session. */
export const STATE_WORDS: Readonly<Record<SessionState, string>> = {
  connecting: $localize`Connecting`,
  connected: $localize`Connected`,
  disconnected: $localize`Disconnected`,
  error: $localize`Error`,
};

const STATE_LEVELS: Readonly<Record<SessionState, HealthLevel>> = {
  connecting: 'no_data',
  connected: 'healthy',
  disconnected: 'no_data',
  error: 'failed',
};

/** The level that a session state is shown with. */
export function levelOfState(state: SessionState, isEnabled: boolean): HealthLevel {
  return isEnabled ? STATE_LEVELS[state] : 'off';
}
