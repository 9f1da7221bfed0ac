import { DestroyRef, computed, effect, inject, signal, untracked, type Signal } from '@angular/core';

/** About as many as a screen shows. */
const FIRST = 120;

/** More with every frame, so that no frame takes long. */
const STEP = 30;

/** Renders a long list in steps, one per frame, the first screen at once. Restarts when `resetOn` changes. */
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
