import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeviceEvent, HealthLevel } from '../../../core/api/models';
import { calendarDay, exactTime, parseTime, timeOfDay } from '../../../core/format/time';
import { groupBy } from '../../../core/group-by';
import { HealthMark } from '../../../ui/health/health-mark';
import { levelOfState, STATE_WORDS } from '../../../ui/health/health-words';
import { TabState } from '../../../ui/states/tab-state';
import { EventsStore } from './events-store';

interface Line {
  readonly id: number;
  readonly time: string;
  readonly exact: string;
  readonly level: HealthLevel;
  readonly what: string;
  readonly reason: string;
  readonly where: string;
}

/** The events of a device: session transitions, alarms raised and cleared. */
@Component({
  selector: 'snp-events-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Scrollable by keyboard.
  host: { tabindex: '0' },
  imports: [HealthMark, MatButton, TabState],
  providers: [EventsStore],
  template: `
    <snp-tab-state
      [rows]="store.events() ?? undefined"
      [problem]="store.problem()"
      (retry)="store.load()"
      i18n-emptyHeading
      emptyHeading="No events yet"
    >
      @for (day of days(); track day.title) {
        <section class="card" [attr.aria-label]="day.title">
          <h2>{{ day.title }}</h2>
          <ol>
            @for (line of day.lines; track line.id) {
              <li>
                <time [title]="line.exact">{{ line.time }}</time>
                <snp-health-mark [level]="line.level" label="" />
                <strong>{{ line.what }}</strong>
                <span class="reason">{{ line.reason }}</span>
                <span class="where quiet">{{ line.where }}</span>
              </li>
            }
          </ol>
        </section>
      }
      @if (store.hasMore()) {
        <button mat-stroked-button type="button" (click)="store.loadOlder()" i18n>Load older</button>
      }
    </snp-tab-state>
  `,
  styleUrl: './events-tab.scss',
})
export class EventsTab {
  protected readonly store = inject(EventsStore);
  protected readonly days = computed(() => {
    const lines = groupBy(this.store.events() ?? [], ({ at }) => calendarDay(parseTime(at)));
    return [...lines].map(([title, events]) => ({ title, lines: events.map(lineOf) }));
  });
}

function lineOf(event: DeviceEvent): Line {
  const time = parseTime(event.at) ?? 0;
  const shown = { id: event.id, time: timeOfDay(time), exact: exactTime(time), reason: event.reason };
  if (event.kind === 'state') {
    const [from, to] = [event.previous, event.state].map((state) => (state ? STATE_WORDS[state] : '–'));
    if (event.code === 'statuses_stopped' && event.state === 'connected')
      return { ...shown, level: 'degraded', what: $localize`Statuses stopped`, where: '' };
    const level = event.state ? levelOfState(event.state, true) : 'no_data';
    const where = from === to ? '' : $localize`previously ${from.toLowerCase()}:state:`;
    return { ...shown, level, what: to, where };
  }
  const isRaised = event.kind === 'alarm_raised';
  return {
    ...shown,
    level: isRaised ? 'degraded' : 'healthy',
    what: isRaised ? $localize`Alarm raised` : $localize`Alarm cleared`,
    where: [...new Set([event.location, event.object_id])].filter(Boolean).join(' · '),
  };
}
