import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../core/clock';
import { shortTime } from '../core/format/units';
import { FleetStore, type LiveDevice } from '../core/live/fleet-store';
import { matchesTags, matchesText, tagsOf } from '../core/live/match';
import { UrlState } from '../core/url-state';
import { Sparkline } from '../ui/chart/sparkline';
import { ChoiceFilter } from '../ui/filter/choice-filter';
import { TextFilter } from '../ui/filter/text-filter';
import { HealthMark } from '../ui/health/health-mark';
import { OFFSET_LIMIT } from '../ui/ptp-words';
import { EmptyState } from '../ui/states/empty-state';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { CellTemplate } from '../ui/table/column';
import { DataTable } from '../ui/table/data-table';
import { ptpColumns } from './columns';
import { PtpFleet, type Follower } from './ptp-fleet';
import { statusAge, CLOCK_LEVELS, CLOCK_STATUSES, statusText } from './clock-status';

const FOLLOWER_WORDS: Readonly<Partial<Record<string, string>>> = {
  unlocked: $localize`Not locked`,
  fine: $localize`Unknown grandmaster`,
  no_ptp: $localize`No PTP values`,
  no_data: $localize`No data`,
  off: $localize`Disabled`,
};

/** The PTP clocks of all devices, by grandmaster, outliers first. */
@Component({
  selector: 'snp-ptp',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CellTemplate,
    ChoiceFilter,
    DataTable,
    EmptyState,
    ErrorState,
    HealthMark,
    LoadingState,
    RouterLink,
    Sparkline,
    TextFilter,
  ],
  providers: [PtpFleet],
  templateUrl: './ptp.html',
  styleUrl: './ptp.scss',
})
export class PtpView {
  protected readonly fleet = inject(FleetStore);
  protected readonly ptp = inject(PtpFleet);
  protected readonly url = inject(UrlState);
  private readonly clock = inject(Clock);

  protected readonly columns = ptpColumns((device) => CLOCK_STATUSES.indexOf(this.ptp.status(device)));
  protected readonly key = ({ id }: LiveDevice): number => id;
  protected readonly rowClass = ({ health }: LiveDevice): string => (health().isStale ? 'is-off' : '');

  protected readonly text = this.url.text('text');
  protected readonly tags = this.url.words('tag');
  protected readonly masters = this.url.words('master');
  protected readonly sort = this.url.text('sort');
  protected readonly tagChoices = computed(() =>
    tagsOf(this.fleet.devices().map(({ summary }) => summary())).map((value) => ({ value, label: value })),
  );
  protected readonly rows = computed(() => this.ptp.devices().filter((device) => this.isWanted(device)), {
    equal: (a, b) => a.length === b.length && a.every((device, index) => device === b[index]),
  });
  protected readonly isFiltered = computed(() => this.rows().length < this.fleet.devices().length);

  protected readonly shortTime = shortTime;
  protected readonly limit = OFFSET_LIMIT;

  protected level(device: LiveDevice) {
    return CLOCK_LEVELS[this.ptp.status(device)];
  }

  protected words(device: LiveDevice): string {
    return statusText(device.summary(), device.health(), this.ptp.status(device));
  }

  protected length(device: LiveDevice): string {
    return statusAge(device.summary(), this.ptp.status(device), this.clock.now());
  }

  protected isFarOff({ summary, health }: LiveDevice): boolean {
    return !health().isStale && Math.abs(summary().figures.ptp_offset_seconds ?? 0) > OFFSET_LIMIT;
  }

  protected followerLevel({ status }: Follower) {
    return CLOCK_LEVELS[status];
  }

  protected followerWord({ key, master }: Follower): string {
    return master ?? FOLLOWER_WORDS[key] ?? key;
  }

  protected toggle({ key }: Follower): void {
    const masters = this.masters();
    this.url.set({ master: masters.includes(key) ? masters.filter((other) => other !== key) : [...masters, key] });
  }

  protected clear(): void {
    this.url.set({ text: null, tag: null, master: null });
  }

  private isWanted(device: LiveDevice): boolean {
    const masters = this.masters();
    if (masters.length > 0 && !masters.includes(this.ptp.keyOf(device))) return false;
    return matchesTags(device.summary(), this.tags()) && matchesText(device.summary(), this.text());
  }
}
