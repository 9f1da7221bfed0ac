import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Clock } from '../core/clock';
import { duration, exactTime } from '../core/format/time';
import { celsius, shortTime } from '../core/format/units';
import type { LiveDevice } from '../core/live/fleet-store';
import { Blink } from '../ui/blink';
import { Sparkline } from '../ui/chart/sparkline';
import { HealthMark } from '../ui/health/health-mark';
import { LightLink } from '../ui/light-link';
import type { TileSize } from './tile-size';

/** The tile of one device: its health, since when, and a link to the details. */
@Component({
  selector: 'snp-device-tile',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Blink, HealthMark, LightLink, Sparkline],
  templateUrl: './device-tile.html',
  styleUrl: './device-tile.scss',
})
export class DeviceTile {
  readonly device = input.required<LiveDevice>();
  readonly size = input.required<TileSize>();
  /** Whether the reason may take two lines. */
  readonly isRoomy = input(false);
  private readonly clock = inject(Clock);

  protected readonly summary = computed(() => this.device().summary());
  protected readonly health = computed(() => this.device().health());
  protected readonly since = computed(() => {
    const { since, level } = this.health();
    return since === null || level === 'healthy' ? '' : duration((this.clock.now() - since) / 1000);
  });
  protected readonly exactSince = computed(() => exactTime(this.health().since));
  protected readonly temperature = computed(() => celsius(this.summary().figures.temperature_celsius, 0));
  protected readonly offset = computed(() => shortTime(this.summary().figures.ptp_offset_seconds));
  protected readonly line = computed(() => this.device().offsets().values);
  /** Whether there are figures to show. */
  protected readonly hasFigures = computed(() => {
    const { temperature_celsius, ptp_offset_seconds } = this.summary().figures;
    const isKnown = temperature_celsius !== null || ptp_offset_seconds !== null;
    return this.size() !== 'S' && this.health().level !== 'off' && isKnown;
  });
  /** The tab that shows the reason in full. */
  protected readonly link = computed(() => {
    const [finding] = this.summary().health.findings;
    return `/devices/${this.device().id}/${finding?.tab ?? 'overview'}`;
  });
}
