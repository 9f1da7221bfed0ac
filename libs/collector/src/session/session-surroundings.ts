import type { Decoder } from '@snp/catalogue';
import type { SeriesStore } from '@snp/exposition';
import type { Clock } from '../clock';
import type { LinkFactory } from '../device/device.link';
import type { ReaderFactory } from '../device/device.reader';
import type { Gate } from '../device/gate';
import type { AttemptCalendar } from './attempt-calendar';
import type { LoopWatch } from './pressure';
import type { SessionEvents } from './session-events';
import type { Timing } from './timing';

/** All that a session needs of the world: shared by the sessions of a process, replaced in tests. */
export interface SessionSurroundings {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly timing: Timing;
  readonly gate: Gate;
  readonly calendar: AttemptCalendar;
  readonly loop: LoopWatch;
  readonly link: LinkFactory;
  readonly reader: ReaderFactory;
  readonly decoder: Decoder;
  readonly store: SeriesStore;
  readonly events: SessionEvents;
  /** How long a status may wait under pressure, in ms. */
  readonly patienceMs: number;
  readonly pollPeriodMs: number;
  readonly tagLabels: readonly string[];
}

export const SESSION_SURROUNDINGS = Symbol('SESSION_SURROUNDINGS');
