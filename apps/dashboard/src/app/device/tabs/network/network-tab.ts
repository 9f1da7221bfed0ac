import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { HistorySeries, Leg } from '../../../core/api/models';
import { bitRate, count, shortTime } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { TabState } from '../../../ui/states/tab-state';
import { StatusWord } from '../../../ui/status-word';
import { DeviceStore } from '../../device-store';
import { HistoryCharts, type HistoryChart } from '../history-charts';

interface LegRow {
  readonly name: string;
  readonly isMono?: boolean;
  readonly text: (leg: Leg) => string;
}

const LEG_WORDS: Readonly<Record<Leg['leg'], string>> = {
  primary: $localize`Primary`,
  secondary: $localize`Secondary`,
};

const RATES: readonly LegRow[] = [
  { name: $localize`Received`, text: (leg) => bitRate(leg.receive_bytes_per_second) },
  { name: $localize`Sent`, text: (leg) => bitRate(leg.transmit_bytes_per_second) },
  { name: $localize`Packets received`, text: (leg) => count(leg.receive_packets) },
  { name: $localize`Packets sent`, text: (leg) => count(leg.transmit_packets) },
];

const ADDRESSES: readonly LegRow[] = [
  { name: $localize`Switch`, text: (leg) => leg.switch ?? '–' },
  { name: $localize`Switch port`, isMono: true, text: (leg) => leg.switch_port ?? '–' },
  { name: $localize`Switch address`, isMono: true, text: (leg) => leg.switch_address ?? '–' },
  { name: $localize`Address`, isMono: true, text: (leg) => leg.address ?? '–' },
  { name: $localize`Mask`, isMono: true, text: (leg) => leg.mask ?? '–' },
  { name: $localize`Gateway`, isMono: true, text: (leg) => leg.gateway ?? '–' },
  { name: $localize`MAC`, isMono: true, text: (leg) => leg.mac ?? '–' },
  {
    name: $localize`Max IGMP join / leave`,
    text: (leg) => `${shortTime(leg.igmp_join_seconds)} / ${shortTime(leg.igmp_leave_seconds)}`,
  },
];

/** Short for joins above the time limit; other messages of the device unchanged. */
function joinWord(complaint: string | null): string {
  return complaint?.includes('longer than') ? $localize`Too slow` : (complaint ?? '');
}

/** The media networks side by side: rates, errors, switch and port, and the last hour. */
@Component({
  selector: 'snp-network-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Scrollable by keyboard.
  host: { tabindex: '0' },
  imports: [Card, HistoryCharts, StatusWord, TabState],
  templateUrl: './network-tab.html',
  styleUrl: '../chart-tab.scss',
})
export class NetworkTab {
  protected readonly store = inject(DeviceStore);
  protected readonly network = computed(() => this.store.status()?.network ?? null);
  protected readonly rows = computed(() => {
    const status = this.store.status();
    if (!status) return undefined;
    return status.network ? [status.network] : null;
  });
  protected readonly legs = computed(() =>
    (this.network()?.legs ?? []).map((leg) => ({ ...leg, word: LEG_WORDS[leg.leg] })),
  );
  protected readonly charts = chartsOf;
  protected readonly untagged = $localize`untagged`;
  protected readonly rates = RATES;
  protected readonly addresses = ADDRESSES;
  protected readonly rate = bitRate;
  protected readonly number = count;
  protected readonly time = shortTime;
  protected readonly joinWord = joinWord;
}

function chartsOf(series: HistorySeries): readonly HistoryChart[] {
  const lines = (primary: (number | null)[], secondary: (number | null)[]) => [
    { label: LEG_WORDS.primary, color: 'var(--snp-chart-1)', values: primary },
    { label: LEG_WORDS.secondary, color: 'var(--snp-chart-2)', values: secondary },
  ];
  return [
    {
      title: $localize`Received, last hour`,
      series: lines(series.receive_bytes_per_second_primary, series.receive_bytes_per_second_secondary),
    },
    {
      title: $localize`Sent, last hour`,
      series: lines(series.transmit_bytes_per_second_primary, series.transmit_bytes_per_second_secondary),
    },
  ];
}
