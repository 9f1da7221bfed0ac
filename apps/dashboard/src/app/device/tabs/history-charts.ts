import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { HistorySeries } from '../../core/api/models';
import { parseTime } from '../../core/format/time';
import { bitRate, shortTime, type Scale } from '../../core/format/units';
import type { ChartSeries, Threshold } from '../../ui/chart/chart-options';
import { TimeChart } from '../../ui/chart/time-chart';
import { LoadingState } from '../../ui/states/loading-state';
import { DeviceStore } from '../device-store';

/** One chart of the last hour. */
export interface HistoryChart {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly thresholds?: readonly Threshold[];
  /** Whether zero is always visible. */
  readonly hasZero?: boolean;
}

/** The charts of a tab, one below the other: the last hour of the open device. */
@Component({
  selector: 'snp-history-charts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LoadingState, TimeChart],
  template: `
    @if (shown(); as history) {
      @for (chart of history.charts; track chart.title) {
        <snp-time-chart
          [title]="chart.title"
          [series]="chart.series"
          [from]="history.from"
          [stepSeconds]="history.step"
          [scale]="scale()"
          [format]="format()"
          [thresholds]="chart.thresholds ?? none"
          [isFromZero]="scale() === 'bitRate'"
          [hasZero]="chart.hasZero ?? false"
        />
      }
    } @else {
      <snp-loading-state [height]="100" />
    }
  `,
  host: { class: 'card' },
  styles: `
    :host {
      display: grid;
      gap: var(--snp-gap);
      min-width: 0;
      padding: 12px 16px;
    }
  `,
})
export class HistoryCharts {
  readonly scale = input.required<Scale>();
  readonly charts = input.required<(series: HistorySeries) => readonly HistoryChart[]>();
  private readonly store = inject(DeviceStore);

  protected readonly none: readonly Threshold[] = [];
  protected readonly format = computed(() => (this.scale() === 'bitRate' ? bitRate : shortTime));
  protected readonly shown = computed(() => {
    const history = this.store.history();
    if (!history) return null;
    const { series, from, step_seconds } = history;
    return { from: parseTime(from) ?? 0, step: step_seconds, charts: this.charts()(series) };
  });
}
