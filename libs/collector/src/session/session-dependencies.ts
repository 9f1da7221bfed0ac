import type { Decoder } from '@snp/catalogue';
import type { SeriesStore } from '@snp/exposition';
import type { ReaderFactory } from '../device/device-reader';
import type { PasswordTries } from '../device/password-tries';
import type { LoopMonitor } from './intake/pressure';
import type { DriverDependencies } from './machine/session-driver';
import type { ReadingPace } from './polling/configuration-reader';
import type { SessionEvents } from './session-events';

/** All that a session needs: shared by the sessions of a process, replaced in tests. */
export interface SessionDependencies extends DriverDependencies {
  readonly loop: LoopMonitor;
  readonly reader: ReaderFactory;
  readonly tries: PasswordTries;
  readonly decoder: Decoder;
  readonly store: SeriesStore;
  readonly events: SessionEvents;
  /** How long a status may wait under pressure, in ms. */
  readonly maxDelayMs: number;
  readonly pollPeriodMs: number;
  /** How fast configurations are read that change seldom. */
  readonly readingPace: ReadingPace;
  readonly tagLabels: readonly string[];
}

export const SESSION_DEPENDENCIES = Symbol('SESSION_DEPENDENCIES');
