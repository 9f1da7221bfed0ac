import type { Failure, SessionCode } from '../../failures/failure';
import type { Timing } from '../../device/timing';
import type { Deadlines } from './deadlines';
import type { Phase, SessionState } from './phases';

/** Everything that a session knows of its own course; never changed, only replaced. */
export interface Machine {
  readonly phase: Phase;
  /** Counts attempts; what an earlier one still reports is ignored. */
  readonly attempt: number;
  readonly status: SessionState;
  readonly code: SessionCode;
  readonly reason: string;
  /** Failed attempts in a row, for the back-off. */
  readonly failures: number;
  /** An attempt has failed since the start or since the last loss: further ones do not show as `connecting`. */
  readonly isRetry: boolean;
  /** Failed while it held a place among the handshakes: waits with its like, not with the healthy. */
  readonly isSuspect: boolean;
  /** Grow while the device misses them, so that a slow one gets through within a few tries. */
  readonly deadlines: Deadlines;
  /** Monotonic ms at which the phase began. */
  readonly enteredAt: number;
  /** Took longer than a place is held and has given it back: it is waited for, at the expense of nobody. */
  readonly isOverdue: boolean;
  /** A token that ends in mid-session is renewed at once, but not again and again. */
  readonly mayRenewToken: boolean;
  /** Monotonic ms. */
  readonly liveSince: number | null;
  /** The last session was lost because statuses stopped: the next one is live only after a status that follows the first picture. */
  readonly hasStalled: boolean;
}

export type MachineEvent =
  /** `fault`: why the connection cannot be run at all. */
  | { readonly kind: 'start'; readonly fault: string | null }
  | {
      readonly kind:
        | 'reached'
        | 'admitted'
        | 'secured'
        | 'authenticated'
        | 'dialled'
        | 'encrypted'
        | 'upgraded'
        | 'permitted'
        | 'delivered';
      readonly attempt: number;
    }
  | { readonly kind: 'failed'; readonly attempt: number; readonly failure: Failure }
  /** The device has closed the WebSocket. */
  | { readonly kind: 'closed'; readonly attempt: number; readonly closeCode: number; readonly failure: Failure }
  /** The one timer has run out. */
  | {
      readonly kind: 'timer';
      /** Since the last message of this attempt. */
      readonly silentMs: number;
      /** There is no address yet. */
      readonly isResolving: boolean;
      /** Since the last status … */
      readonly statusAgeMs: number;
      /** … and how long a gap is normal for this device. */
      readonly statusWaitMs: number;
      /** How much later than set: the process was busy, or stood still. */
      readonly lateMs: number;
    }
  | { readonly kind: 'stop'; readonly reason: string };

export type Effect =
  /** Open a TCP connection to the REST address: a new attempt begins. */
  | { readonly kind: 'reach' }
  /** Ask for a place among the handshakes. */
  | { readonly kind: 'queue'; readonly lane: 'healthy' | 'suspect' }
  /** Give the place back, or leave the queue. */
  | { readonly kind: 'release' }
  | { readonly kind: 'secure' }
  | { readonly kind: 'authenticate' }
  | { readonly kind: 'dial' }
  | { readonly kind: 'encrypt' }
  | { readonly kind: 'upgrade' }
  | { readonly kind: 'sendToken' }
  | { readonly kind: 'subscribe' }
  /** Values flow and polls run from here on … */
  | { readonly kind: 'goLive' }
  /** … and end here: the values of the device are gone. */
  | { readonly kind: 'lose' }
  /** Nothing of this attempt's network remains; gracefully with 1001, else at once. */
  | { readonly kind: 'hangUp'; readonly isGraceful: boolean }
  /** The one timer; arming it again replaces it. */
  | { readonly kind: 'arm'; readonly ms: number }
  | { readonly kind: 'disarm' };

export interface Transition {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
}

/** What a step depends on beside the machine and the event. */
export interface Circumstances {
  readonly timing: Timing;
  /** Monotonic ms. */
  readonly at: number;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}

export const INITIAL: Machine = {
  phase: 'idle',
  attempt: 0,
  status: 'connecting',
  code: 'starting',
  reason: '',
  failures: 0,
  isRetry: false,
  isSuspect: false,
  deadlines: {},
  enteredAt: 0,
  isOverdue: false,
  mayRenewToken: true,
  liveSince: null,
  hasStalled: false,
};
