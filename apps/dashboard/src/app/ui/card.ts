import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { HealthLevel } from '../core/api/models';
import { HealthMark } from './health/health-mark';

/** A card with a title, and a health mark when something is wrong. */
@Component({
  selector: 'snp-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark],
  template: `
    <section class="card" [attr.aria-label]="heading()">
      <div class="card-title">
        <h2>{{ heading() }}</h2>
        @if (level(); as wrong) {
          <snp-health-mark [level]="wrong" />
        }
        <span class="note quiet">{{ note() }}</span>
      </div>
      <div class="card-body">
        @if (isAbsent()) {
          <p class="quiet" i18n>
            Not received: the connection does not subscribe to it, or the device does not send it.
          </p>
        } @else {
          <ng-content />
        }
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .note {
      margin-left: auto;
      font-size: 12px;
      white-space: nowrap;
    }
  `,
})
export class Card {
  readonly heading = input.required<string>();
  /** The level of what is wrong; null when nothing is. */
  readonly level = input<HealthLevel | null>(null);
  readonly note = input('');
  /** Whether the device sends none of these values. */
  readonly isAbsent = input(false);
}
