import { Directive, ElementRef, effect, inject, input } from '@angular/core';

/** Blinks once when its value changes; not initially, and not with reduced motion. */
@Directive({ selector: '[snpBlink]' })
export class Blink {
  readonly snpBlink = input.required<unknown>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private isFirst = true;

  constructor() {
    effect(() => {
      this.snpBlink();
      if (!this.isFirst) this.blink();
      this.isFirst = false;
    });
  }

  private blink(): void {
    const style = getComputedStyle(this.element);
    const duration = Number.parseFloat(style.getPropertyValue('--snp-blink'));
    if (!duration || !('animate' in this.element)) return;
    const color = style.getPropertyValue('--snp-accent-soft');
    this.element.animate(
      [{ boxShadow: `inset 0 0 0 200px ${color}` }, { boxShadow: 'inset 0 0 0 200px transparent' }],
      {
        duration,
        easing: 'ease-out',
      },
    );
  }
}
