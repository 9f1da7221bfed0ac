import { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { DestroyRef, Directive, inject } from '@angular/core';

/** Tells a viewport when it has become larger or smaller; by itself it looks at its first size only. */
@Directive({ selector: 'cdk-virtual-scroll-viewport[snpResizes]' })
export class Resizes {
  constructor() {
    const viewport = inject(CdkVirtualScrollViewport);
    const observer = new ResizeObserver(() => viewport.checkViewportSize());
    observer.observe(viewport.elementRef.nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
