import { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { DestroyRef, Directive, inject } from '@angular/core';

/** Makes a viewport follow its size; by itself it measures only once. */
@Directive({ selector: 'cdk-virtual-scroll-viewport[snpResizes]' })
export class Resizes {
  constructor() {
    const viewport = inject(CdkVirtualScrollViewport);
    const observer = new ResizeObserver(() => viewport.checkViewportSize());
    observer.observe(viewport.elementRef.nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
