import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Clock } from '../../core/clock';
import { age, dayAndTime, duration, exactTime, parseTime } from '../../core/format/time';
import { NOTHING } from '../../core/format/units';

/** A time: how long ago, or when. The tooltip has the exact time. */
@Component({
  selector: 'snp-moment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<time [attr.datetime]="iso()" [title]="exact()">{{ text() }}</time>`,
  styles: `
    :host {
      white-space: nowrap;
    }
  `,
})
export class Moment {
  /** As the API sends it, or in ms since the epoch. */
  readonly at = input.required<string | number | null | undefined>();
  /** `for`: the duration since then; `ago`: the age, in tenths of seconds below 10 s; `date`: day and time. */
  readonly as = input<'for' | 'ago' | 'date'>('ago');

  private readonly clock = inject(Clock);
  private readonly time = computed(() => {
    const at = this.at();
    return typeof at === 'number' ? at : parseTime(at);
  });
  protected readonly iso = computed(() => {
    const time = this.time();
    return time === null ? null : new Date(time).toISOString();
  });
  protected readonly exact = computed(() => exactTime(this.time()));
  protected readonly text = computed(() => {
    const time = this.time();
    if (time === null) return NOTHING;
    if (this.as() === 'date') return dayAndTime(time);
    const past = Math.max(0, this.clock.now() - time);
    return this.as() === 'for' ? duration(past / 1000) : $localize`${age(past)}:age: ago`;
  });
}
