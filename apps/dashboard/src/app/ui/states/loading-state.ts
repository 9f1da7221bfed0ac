import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Shown while something is read for the first time: grey lines, after a short delay. */
@Component({
  selector: 'snp-loading-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="visually-hidden" role="status" i18n>Loading…</span>
    @for (line of lines; track $index) {
      <div class="line" [style.height.px]="height()"></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding: var(--snp-gap) 0;
      opacity: 0;
      animation: appear 200ms 300ms forwards;
    }
    .line {
      border-radius: var(--snp-radius);
      background: var(--snp-surface-sunken);
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
})
export class LoadingState {
  /** Height of each line, px. */
  readonly height = input(64);
  protected readonly lines = Array(5).fill(0);
}
