import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** Shown when there is nothing to show, with the possible next steps. */
@Component({
  selector: 'snp-empty-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <snp-icon [name]="icon()" />
    @if (isPage()) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <ng-content />
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
      color: var(--snp-text-quiet);
      text-align: center;
    }
    snp-icon {
      width: 32px;
      height: 32px;
      margin-bottom: 4px;
    }
    h1,
    h2 {
      color: var(--snp-text);
      font-size: 16px;
      line-height: 24px;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  /** Whether it is the only content of the page. */
  readonly isPage = input(false, { transform: booleanAttribute });
}
