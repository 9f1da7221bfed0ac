import { afterNextRender, DestroyRef, ElementRef, inject, signal, type Signal } from '@angular/core';

/** Extra rows beyond the edges, for fast scrolling. */
const OVERSCAN = 8;

/** The visible part of a long list. */
export interface Viewport {
  readonly width: Signal<number>;
  /** The first row to render. */
  readonly first: Signal<number>;
  /** How many rows to render. */
  readonly count: Signal<number>;
}

/** Follows the scroll position and size of an element with rows of equal height. */
export function viewportOf(element: Signal<ElementRef<HTMLElement>>, rowHeight: number): Viewport {
  const width = signal(0);
  const first = signal(0);
  const count = signal(40);
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    const scroller = element().nativeElement;
    const measure = () => {
      width.set(scroller.clientWidth);
      count.set(Math.ceil(scroller.clientHeight / rowHeight) + 2 * OVERSCAN);
      // In steps, so that most scroll events change nothing.
      const row = Math.floor(scroller.scrollTop / rowHeight) - OVERSCAN;
      first.set(Math.max(0, row - (row % 4)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measure, { passive: true });
    destroyed.onDestroy(() => observer.disconnect());
    measure();
  });
  return { width, first, count };
}
