import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatTooltip } from '@angular/material/tooltip';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter, map } from 'rxjs';
import { FleetStore } from '../../core/live/fleet-store';
import { HealthMark } from '../../ui/health/health-mark';
import { LEVEL_WORDS, LEVELS_WORST_FIRST } from '../../ui/health/health-words';

/** The number of devices by health, each a link to these devices. Hidden on the fleet view, which has its own. */
@Component({
  selector: 'snp-health-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, MatTooltip, RouterLink],
  template: `
    @if (fleet.isLoaded() && !isFleet()) {
      <ul i18n-aria-label aria-label="Devices by health">
        @for (item of items(); track item.level) {
          <li>
            <a
              routerLink="/"
              [queryParams]="{ health: item.level }"
              [class.is-none]="item.count === 0"
              [class]="item.level"
              [matTooltip]="item.word"
            >
              <snp-health-mark [level]="item.level" label="" />
              {{ item.count }}<span class="visually-hidden">&ngsp;{{ item.word }}</span>
            </a>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './health-counts.scss',
})
export class HealthCounts {
  protected readonly fleet = inject(FleetStore);
  private readonly router = inject(Router);
  protected readonly isFleet = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => /^\/?(\?|$)/.test(urlAfterRedirects)),
    ),
    { initialValue: true },
  );
  protected readonly items = computed(() => {
    const counts = this.fleet.counts();
    return LEVELS_WORST_FIRST.map((level) => ({ level, word: LEVEL_WORDS[level], count: counts[level] }));
  });
}
