import { DOCUMENT, DestroyRef, inject } from '@angular/core';

/**
 * Runs now, periodically while the page is visible, and when it becomes visible again; ends with the caller. Call it
 * where `inject` is allowed.
 */
export function whileVisible(periodMs: number, run: () => void): void {
  const document = inject(DOCUMENT);
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(timer);
    timer = undefined;
    if (document.visibilityState === 'hidden') return;
    run();
    timer = setInterval(run, periodMs);
  };
  document.addEventListener('visibilitychange', follow);
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', follow);
  });
  follow();
}
