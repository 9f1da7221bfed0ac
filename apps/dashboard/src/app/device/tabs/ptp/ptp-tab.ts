import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { HistorySeries, Ptp } from '../../../core/api/models';
import { count, shortTime } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { HealthMark } from '../../../ui/health/health-mark';
import { levelOfPtp, OFFSET_LIMIT, PTP_WORDS } from '../../../ui/ptp-words';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { Identifier } from '../../../ui/text/identifier';
import { Moment } from '../../../ui/text/moment';
import { DeviceStore } from '../../device-store';
import { HistoryCharts, type HistoryChart } from '../history-charts';

const LIMITS = [OFFSET_LIMIT, -OFFSET_LIMIT].map((value) => ({ value, color: 'var(--snp-degraded)' }));

const MODE_WORDS: Readonly<Record<NonNullable<Ptp['mode']>, string>> = {
  slave_only: $localize`Slave only`,
  master_slave: $localize`Master/slave`,
};

/** PTP of one device: its state, its grandmaster, and the last hour. */
@Component({
  selector: 'snp-ptp-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Scrollable by keyboard.
  host: { tabindex: '0' },
  imports: [Card, HealthMark, HistoryCharts, Identifier, Moment, StatusWord, TabState],
  templateUrl: './ptp-tab.html',
  styleUrl: '../chart-tab.scss',
})
export class PtpTab {
  protected readonly store = inject(DeviceStore);
  protected readonly ptp = computed(() => this.store.status()?.ptp ?? null);
  /** For `snp-tab-state`: one row when there are PTP values. */
  protected readonly rows = computed(() => {
    const status = this.store.status();
    if (!status) return undefined;
    return status.ptp ? [status.ptp] : null;
  });
  protected readonly level = computed(() => levelOfPtp(this.ptp()?.state ?? null));
  protected readonly word = computed(() => {
    const { state, state_text } = this.ptp() ?? {};
    return state && state !== 'other' ? PTP_WORDS[state] : (state_text ?? '–');
  });
  protected readonly mode = computed(() => {
    const mode = this.ptp()?.mode;
    return mode ? MODE_WORDS[mode] : '–';
  });
  protected readonly isFar = computed(() => Math.abs(this.ptp()?.offset_seconds ?? 0) > OFFSET_LIMIT);
  protected readonly charts = chartsOf;
  protected readonly time = shortTime;
  protected readonly number = count;
}

function chartsOf({ ptp_offset_seconds, ptp_delay_seconds }: HistorySeries): readonly HistoryChart[] {
  const color = 'var(--snp-chart-1)';
  return [
    {
      title: $localize`Offset from master, last hour`,
      series: [{ label: $localize`Offset`, color, values: ptp_offset_seconds }],
      thresholds: LIMITS,
      hasZero: true,
    },
    {
      title: $localize`Mean path delay, last hour`,
      series: [{ label: $localize`Delay`, color, values: ptp_delay_seconds }],
    },
  ];
}
