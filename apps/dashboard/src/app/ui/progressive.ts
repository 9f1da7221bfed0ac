import { DestroyRef, computed, effect, inject, signal, untracked, type Signal } from '@angular/core';

/** As many as a screen shows at once, roughly. */
const FIRST = 120;

/** More with every frame, so that none takes long. */
const STEP = 30;

/** A long list bit by bit: what is seen at once, the rest with the next frames. Starts anew with a new `resetOn`. */
export function progressive<T>(items: Signal<readonly T[]>, resetOn: Signal<unknown>): Signal<readonly T[]> {
  const limit = signal(FIRST);
  let frame = 0;
  const grow = () => {
    limit.update((before) => before + STEP);
    frame = 0;
  };
  effect(() => {
    resetOn();
    untracked(() => limit.update((before) => Math.min(before, FIRST)));
  });
  effect(() => {
    if (limit() < items().length && frame === 0) frame = requestAnimationFrame(grow);
  });
  inject(DestroyRef).onDestroy(() => cancelAnimationFrame(frame));
  return computed(() => (items().length <= limit() ? items() : items().slice(0, limit())));
}
