import { Injectable } from '@nestjs/common';
import type { ActiveAlarm, Status } from '@snp/protocol';
import { Subject, type Observable } from 'rxjs';
import type { SessionCode, SessionState } from './session-state';

/** What is read from a device over REST, again and again. */
export const POLL_ENDPOINTS = ['processorA', 'processorB', 'processorC', 'processorD', 'system', 'console'] as const;

export type PollEndpoint = (typeof POLL_ENDPOINTS)[number];

/** What happens to a session; times are in ms since the epoch. */
export type SessionEvent =
  /** Another state, or the same one for another reason. */
  | {
      readonly kind: 'state';
      readonly connectionId: number;
      readonly name: string;
      readonly from: SessionState;
      readonly to: SessionState;
      readonly code: SessionCode;
      /** For a person. */
      readonly reason: string;
      readonly at: number;
    }
  /** A status that differs from the one before; its body is to be read, not to be kept or changed. */
  | { readonly kind: 'status'; readonly connectionId: number; readonly status: Status; readonly at: number }
  /** The device told its alarms and they are not those it told before, be it in an earlier session. */
  | {
      readonly kind: 'alarms';
      readonly connectionId: number;
      readonly active: readonly ActiveAlarm[];
      readonly raised: readonly ActiveAlarm[];
      readonly cleared: readonly ActiveAlarm[];
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

/** Where sessions tell what happens to them, at once and in order. */
@Injectable()
export class SessionEvents {
  private readonly subject = new Subject<SessionEvent>();

  readonly events$: Observable<SessionEvent> = this.subject.asObservable();

  private readonly durations = new Subject<number>();

  /** The time that each status message took, in seconds. */
  readonly statusSeconds$: Observable<number> = this.durations.asObservable();

  emit(event: SessionEvent): void {
    this.subject.next(event);
  }

  /** @param seconds what one status message took */
  timed(seconds: number): void {
    this.durations.next(seconds);
  }
}
