import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A bar for a share of 1. Decorative: the number is beside it. */
@Component({
  selector: 'snp-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<i [style.width.%]="percent()" [class.is-wrong]="isWrong()"></i>`,
  styles: `
    :host {
      display: block;
      height: 6px;
      overflow: hidden;
      border-radius: 3px;
      background: var(--snp-surface-sunken);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--snp-outline-strong);
      transition: width 300ms;
    }
    .is-wrong {
      background: var(--snp-degraded);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Bar {
  /** From 0 to 1. */
  readonly share = input.required<number>();
  readonly isWrong = input(false);
  protected readonly percent = computed(() => Math.min(1, Math.max(0, this.share())) * 100);
}
