import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import type uPlot from 'uplot';
import type { Scale } from '../../core/format/units';
import { Theme } from '../../core/theme';
import { chartData, chartOptions, type ChartSeries, type Threshold } from './chart-options';

const HEIGHT = 200;

/** Lines over time, with axes. The cursor is shared by all charts of the page; gaps are shown as gaps. */
@Component({
  selector: 'snp-time-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  template: `
    <figure>
      <figcaption>
        <span class="chart-title">{{ title() }}</span>
      </figcaption>
      <div #place class="chart-place" role="img" [attr.aria-label]="summary()"></div>
    </figure>
  `,
  styleUrl: './time-chart.scss',
})
export class TimeChart {
  readonly title = input.required<string>();
  readonly series = input.required<readonly ChartSeries[]>();
  /** Time of the first value, ms since the epoch. */
  readonly from = input.required<number>();
  readonly stepSeconds = input.required<number>();
  /** The unit of the lines. */
  readonly scale = input.required<Scale>();
  /** Formats a value with its unit. */
  readonly format = input.required<(value: number | null) => string>();
  readonly thresholds = input<readonly Threshold[]>([]);
  /** Whether the scale starts at zero. */
  readonly isFromZero = input(false);
  /** Whether zero is always visible. */
  readonly hasZero = input(false, { transform: booleanAttribute });

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly theme = inject(Theme);
  private plot?: uPlot;
  private make = 0;

  private readonly data = computed(() => chartData(this.from(), this.stepSeconds(), this.series()));
  /** The chart in words, for screen readers. */
  protected readonly summary = computed(() => {
    const parts = this.series().map(({ label, values }) => {
      const known = values.filter((value) => value !== null);
      const [now, most] = [known.at(-1) ?? null, known.length > 0 ? Math.max(...known) : null];
      return $localize`${label}:line: last ${this.format()(now)}:now:, highest ${this.format()(most)}:most:`;
    });
    return `${this.title()}. ${parts.join('; ')}`;
  });

  constructor() {
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width > 0) this.plot?.setSize({ width, height: HEIGHT });
    });
    effect(() => {
      this.theme.isDark(); // The colours of the theme are read when the chart is made.
      const labels = this.series().map(({ label }) => label);
      this.thresholds();
      void this.draw(labels.join());
    });
    effect(() => this.plot?.setData(this.data()));
    effect(() => observer.observe(this.place().nativeElement));
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      this.make = -1;
      this.plot?.destroy();
    });
  }

  private async draw(_lines: string): Promise<void> {
    const made = ++this.make;
    const { default: Plot } = await import('uplot');
    if (made !== this.make) return;
    const place = this.place().nativeElement;
    this.plot?.destroy();
    this.plot = new Plot(
      chartOptions(place, HEIGHT, {
        series: this.series(),
        thresholds: this.thresholds(),
        isFromZero: this.isFromZero(),
        hasZero: this.hasZero(),
        scale: this.scale(),
        format: this.format(),
      }),
      this.data(),
      place,
    );
  }
}
