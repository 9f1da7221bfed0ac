import { signal, untracked, type Signal } from '@angular/core';
import { problemOf, type Problem } from './problem';

/** A value that is read from the server, and read again. */
export interface Loadable<T> {
  /** Null until it has been read; keeps the last value when reading it again fails. */
  readonly value: Signal<T | null>;
  /** Why it could not be read the last time; null when it could. */
  readonly problem: Signal<Problem | null>;
  /** Whether an answer is on its way. */
  readonly isLoading: boolean;
  /** Reads it. The newest call counts. @returns the value, or undefined when reading failed or a newer call counts */
  load(): Promise<T | undefined>;
  /** Changes the value, once there is one. */
  update(change: (value: T) => T): void;
  /** Forgets the value. An answer that is on its way no longer counts. */
  clear(): void;
}

/** Wraps `read` with its value, its problem and reloading. */
export function loadable<T>(read: () => Promise<T>): Loadable<T> {
  const value = signal<T | null>(null);
  const problem = signal<Problem | null>(null);
  let newest = 0;
  let pending = 0;
  return {
    value: value.asReadonly(),
    problem: problem.asReadonly(),
    get isLoading() {
      return pending !== 0;
    },
    async load() {
      const call = (pending = ++newest);
      try {
        const loaded = await untracked(read);
        if (call !== newest) return undefined;
        value.set(loaded);
        problem.set(null);
        return loaded;
      } catch (error) {
        if (call === newest) problem.set(problemOf(error));
        return undefined;
      } finally {
        if (call === pending) pending = 0;
      }
    },
    update: (change) => value.update((before) => (before === null ? before : change(before))),
    clear() {
      newest++;
      pending = 0;
      value.set(null);
      problem.set(null);
    },
  };
}
