import { DestroyRef, inject } from '@angular/core';

/**
 * Makes a function that has something run a while later, once for all who ask meanwhile: hundreds of announcements cost
 * one reading, and however fast they follow each other, none puts it off. To be called where `inject` may be.
 */
export function soon(run: () => void): (afterMs: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return (afterMs) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      run();
    }, afterMs);
  };
}
