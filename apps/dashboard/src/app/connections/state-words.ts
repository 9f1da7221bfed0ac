import { STATE_WORDS } from '../ui/health/health-words';
import type { RowState } from './connection-row';

/** The word for each state of a row. */
export const ROW_STATE_WORDS: Readonly<Record<RowState, string>> = { ...STATE_WORDS, disabled: $localize`Disabled` };
