import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { parseTime } from '../../../core/format/time';
import { count, shortTime } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { TimeChart } from '../../../ui/chart/time-chart';
import { HealthMark } from '../../../ui/health/health-mark';
import { levelOfPtp, OFFSET_LIMIT, PTP_WORDS } from '../../../ui/ptp-words';
import { LoadingState } from '../../../ui/states/loading-state';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { Identifier } from '../../../ui/text/identifier';
import { Moment } from '../../../ui/text/moment';
import { DeviceStore } from '../../device-store';

/** PTP of one device: whom it follows, how well, and the last hour. */
@Component({
  selector: 'snp-ptp-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // It scrolls, so the keyboard must reach it.
  host: { tabindex: '0' },
  imports: [Card, HealthMark, Identifier, LoadingState, Moment, StatusWord, TabState, TimeChart],
  templateUrl: './ptp-tab.html',
  styleUrl: '../chart-tab.scss',
})
export class PtpTab {
  protected readonly store = inject(DeviceStore);
  protected readonly ptp = computed(() => this.store.status()?.ptp ?? null);
  /** For the state of the tab: one row where there is something. */
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
  protected readonly isFar = computed(() => Math.abs(this.ptp()?.offset_seconds ?? 0) > OFFSET_LIMIT);
  protected readonly history = computed(() => {
    const history = this.store.history();
    if (!history) return null;
    const { ptp_offset_seconds, ptp_delay_seconds } = history.series;
    return {
      from: parseTime(history.from) ?? 0,
      step: history.step_seconds,
      offset: [{ label: $localize`Offset`, color: 'var(--snp-chart-1)', values: ptp_offset_seconds }],
      delay: [{ label: $localize`Delay`, color: 'var(--snp-chart-1)', values: ptp_delay_seconds }],
    };
  });
  protected readonly limits = [OFFSET_LIMIT, -OFFSET_LIMIT].map((value) => ({ value, color: 'var(--snp-degraded)' }));
  protected readonly time = shortTime;
  protected readonly number = count;
}
