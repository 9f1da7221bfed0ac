import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const WIDTH = 160;
const HEIGHT = 32;

/** A small line without axes, between the lowest and the highest value. */
@Component({
  selector: 'snp-trend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 160 32" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      height: 32px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path {
      fill: none;
      stroke: var(--snp-chart-1);
      stroke-width: 1.5;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
  `,
})
export class Trend {
  readonly values = input.required<readonly (number | null)[]>();
  readonly label = input.required<string>();
  /** The minimum range of the height, so that noise looks flat. */
  readonly leastRange = input.required<number>();

  protected readonly path = computed(() => trendPath(this.values(), WIDTH, HEIGHT, this.leastRange()));
}

/** The SVG path of values between the lowest and the highest, with gaps where values are unknown. */
export function trendPath(
  values: readonly (number | null)[],
  width: number,
  height: number,
  leastRange: number,
): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = Math.max(high - low, leastRange);
  const bottom = (low + high - range) / 2;
  const step = width / Math.max(1, values.length - 1);
  let isPenDown = false;
  return values
    .map((value, index) => {
      const command = isPenDown ? 'L' : 'M';
      isPenDown = value !== null;
      if (value === null) return '';
      return `${command}${(index * step).toFixed(1)} ${(height - 2 - ((value - bottom) / range) * (height - 4)).toFixed(1)}`;
    })
    .join('');
}
