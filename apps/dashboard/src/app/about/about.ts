import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { longDuration } from '../core/format/time';
import { byteSize, count, withUnit } from '../core/format/units';
import { CopyButton } from '../ui/copy/copy-button';
import { HealthMark } from '../ui/health/health-mark';
import { LEVEL_WORDS, STATE_WORDS, levelOfState } from '../ui/health/health-words';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { MarkedText } from '../ui/text/marked-text';
import { Moment } from '../ui/text/moment';
import { AboutStore } from './about-store';

/** Worst first. */
const STATES = ['error', 'disconnected', 'connecting', 'connected'] as const;

/** The exporter itself: version, state, URLs, and the health rules. */
@Component({
  selector: 'snp-about',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyButton, ErrorState, HealthMark, LoadingState, MarkedText, Moment, RouterLink],
  providers: [AboutStore],
  templateUrl: './about.html',
  styleUrl: './about.scss',
})
export class AboutView {
  protected readonly store = inject(AboutStore);

  protected readonly uptime = computed(() => longDuration(this.store.about()?.uptime_seconds));
  protected readonly sessions = computed(() => {
    const counts = this.store.about()?.sessions;
    return STATES.map((state) => ({
      state,
      word: STATE_WORDS[state],
      level: levelOfState(state, true),
      count: counts?.[state] ?? 0,
    }));
  });
  protected readonly addresses = computed(() => {
    const scrape = this.store.about()?.scrape;
    if (!scrape) return [];
    return [
      { label: $localize`All devices`, url: scrape.metrics_url, note: '' },
      { label: $localize`Service discovery`, url: scrape.sd_url, note: '' },
      { label: $localize`One device`, url: scrape.probe_url, note: '?target=NAME' },
    ];
  });

  protected readonly levelWords = LEVEL_WORDS;
  protected readonly byteSize = byteSize;
  protected readonly count = count;

  /** A healthy process has lags of tenths of a millisecond. */
  protected milliseconds(seconds: number): string {
    return withUnit(seconds * 1000, 'ms', seconds < 0.1 ? 1 : 0);
  }
}
