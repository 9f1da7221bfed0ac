import { Injectable } from '@nestjs/common';
import type { ActiveAlarm, Status } from '@snp/protocol';
import { Subject, type Observable } from 'rxjs';
import type { SessionCode } from '../failures/failure';
import type { SessionState } from './machine/phases';
import type { PollEndpoint } from './polling/poller';

/** What happens to a session; `at` is the monotonic time, in ms. */
export type SessionEvent =
  /** Another state, or the same one for another reason. */
  | {
      readonly kind: 'state';
      readonly connectionId: number;
      readonly name: string;
      readonly from: SessionState;
      readonly to: SessionState;
      readonly code: SessionCode;
      /** For users. */
      readonly reason: string;
      /** When the last status message came; null for never. */
      readonly lastStatusAt: number | null;
      readonly at: number;
    }
  /** A status that differs from the one before; its body is to be read, not to be kept or changed. */
  | { readonly kind: 'status'; readonly connectionId: number; readonly status: Status; readonly at: number }
  /** The complete list of alarms, where it differs from the one before or is the first of a session. */
  | {
      readonly kind: 'alarms';
      readonly connectionId: number;
      readonly active: readonly ActiveAlarm[];
      readonly at: number;
    }
  /** `value` is what the protocol's reader of that configuration gives. */
  | {
      readonly kind: 'poll';
      readonly connectionId: number;
      readonly endpoint: PollEndpoint;
      readonly value: unknown;
      readonly at: number;
    }
  /** All values of the device are gone; the session's own facts stay. */
  | { readonly kind: 'lost'; readonly connectionId: number; readonly at: number }
  | {
      readonly kind: 'started' | 'stopped' | 'renamed';
      readonly connectionId: number;
      readonly name: string;
      readonly at: number;
    };

/** The events of all sessions, at once and in order. */
@Injectable()
export class SessionEvents {
  private readonly subject = new Subject<SessionEvent>();

  readonly events$: Observable<SessionEvent> = this.subject.asObservable();

  private readonly durations = new Subject<number>();

  /** How long each status message took to process, in seconds. */
  readonly statusSeconds$: Observable<number> = this.durations.asObservable();

  emit(event: SessionEvent): void {
    this.subject.next(event);
  }

  /** @param seconds how long one status message took to process */
  timed(seconds: number): void {
    this.durations.next(seconds);
  }
}
