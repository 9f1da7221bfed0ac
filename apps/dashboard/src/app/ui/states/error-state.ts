import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../core/api/problem';
import { HealthMark } from '../health/health-mark';

/** Shown when something could not be read, with a button to try again. */
@Component({
  selector: 'snp-error-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, MatButton],
  template: `
    <snp-health-mark level="failed" label="" />
    <h2>{{ problem().title }}</h2>
    @if (problem().detail) {
      <p class="detail">{{ problem().detail }}</p>
    }
    <button mat-stroked-button type="button" (click)="retry.emit()" i18n>Try again</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 8px;
      max-width: 480px;
      margin: 0 auto;
      padding: 56px 16px;
      text-align: center;
    }
    snp-health-mark {
      width: 32px;
      height: 32px;
    }
    h2 {
      font-size: 16px;
      line-height: 24px;
    }
    .detail {
      color: var(--snp-text-quiet);
      overflow-wrap: anywhere;
    }
    button {
      margin-top: 8px;
    }
  `,
  host: { role: 'alert' },
})
export class ErrorState {
  readonly problem = input.required<Problem>();
  readonly retry = output<void>();
}
