import { DOCUMENT, DestroyRef, inject } from '@angular/core';

/**
 * Runs at once and then again and again as long as the caller lives and the page is seen; a page that comes back into
 * view is served at once. To be called where `inject` may be.
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
