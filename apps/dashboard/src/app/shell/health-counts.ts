import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { FleetStore } from '../core/live/fleet-store';
import { HealthMark } from '../ui/health/health-mark';
import { LEVEL_WORDS, LEVELS_WORST_FIRST } from '../ui/health/health-words';

/** How many devices are how; each leads to those devices. */
@Component({
  selector: 'snp-health-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, MatTooltip, RouterLink],
  template: `
    @if (fleet.isLoaded()) {
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
  protected readonly items = computed(() => {
    const counts = this.fleet.counts();
    return LEVELS_WORST_FIRST.map((level) => ({ level, word: LEVEL_WORDS[level], count: counts[level] }));
  });
}
