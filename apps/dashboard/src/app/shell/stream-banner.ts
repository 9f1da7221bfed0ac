import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Clock } from '../core/clock';
import { exactTime, longDuration, timeOfDay } from '../core/format/time';
import { EventStream } from '../core/stream/event-stream';
import { HealthMark } from '../ui/health/health-mark';

/** Shorter interruptions show no banner. */
const PATIENCE_MS = 2_000;

/** Shown while the connection to the exporter is lost. */
@Component({
  selector: 'snp-stream-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, MatButton],
  template: `
    <div role="alert">
      @if (isShown()) {
        <div class="banner">
          <snp-health-mark level="degraded" label="" />
          <p>
            @if (stream.refusal(); as reason) {
              <strong i18n>No live updates.</strong>&ngsp;<span>{{ reason }}</span
              >&ngsp;
            } @else {
              <strong i18n>Connection to the exporter lost.</strong>&ngsp;
            }
            <span i18n
              >Showing data from <time [title]="exact()">{{ since() }}</time> ({{ ago() }} ago).</span
            >
          </p>
          <button mat-button type="button" (click)="stream.retry()" i18n>Retry now</button>
        </div>
      }
    </div>
  `,
  styles: `
    .banner {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 40px;
      padding: 2px var(--snp-gap);
      border-bottom: 1px solid var(--snp-degraded);
      background: var(--snp-degraded-fill);
      color: var(--snp-text);
    }
    p {
      flex: 1;
    }
    strong {
      font-weight: 500;
    }
  `,
})
export class StreamBanner {
  protected readonly stream = inject(EventStream);
  private readonly clock = inject(Clock);
  private readonly lostFor = computed(() => {
    const since = this.stream.lostSince();
    this.clock.elapsed();
    return since === null ? 0 : performance.now() - since;
  });
  protected readonly isShown = computed(() => this.lostFor() >= PATIENCE_MS);
  private readonly date = computed(() => this.clock.dateOf(this.stream.lostSince() ?? 0));
  protected readonly since = computed(() => timeOfDay(this.date()));
  protected readonly exact = computed(() => exactTime(this.date()));
  protected readonly ago = computed(() => longDuration(this.lostFor() / 1000));
}
