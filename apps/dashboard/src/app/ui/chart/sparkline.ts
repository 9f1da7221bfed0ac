import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { sparklinePath } from './sparkline-path';

const WIDTH = 120;
const HEIGHT = 28;

/** A small line without axes: the distance from zero, the newest value on the right. */
@Component({
  selector: 'snp-sparkline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 120 28" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      <path class="base" d="M0 26.5H120" />
      <path class="line" [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      width: 120px;
      height: 28px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
      fill: none;
    }
    path {
      vector-effect: non-scaling-stroke;
    }
    .base {
      stroke: var(--snp-outline);
      stroke-width: 1;
    }
    .line {
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Sparkline {
  readonly values = input.required<readonly (number | null)[]>();
  readonly label = input.required<string>();
  /** The minimum range of the height, so that noise looks flat. */
  readonly leastRange = input.required<number>();
  protected readonly path = computed(() => sparklinePath(this.values(), WIDTH, HEIGHT, this.leastRange()));
}
