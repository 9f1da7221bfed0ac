import { DestroyRef, inject } from '@angular/core';

/**
 * Returns a function that schedules `run`. Calls before it has run are ignored: hundreds of events cost one run, and
 * none delays it. Call it where `inject` is allowed.
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
