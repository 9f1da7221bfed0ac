import { DestroyRef, inject } from '@angular/core';
import { EventStream } from './event-stream';
import type { StreamEvent } from './stream-events';

/** Listens to the event stream as long as the caller lives. To be called where `inject` may be. */
export function onStreamEvents(listener: (events: readonly StreamEvent[]) => void): void {
  const subscription = inject(EventStream).events$.subscribe(listener);
  inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
}
