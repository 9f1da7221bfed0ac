import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from './ui/states/empty-state';

/** For addresses that lead nowhere. */
@Component({
  selector: 'snp-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, RouterLink],
  template: `
    <snp-empty-state isPage icon="search" i18n-heading heading="There is no such page">
      <p i18n>The address may have been mistyped, or what it showed is gone.</p>
      <p><a routerLink="/" i18n>Go to the fleet</a></p>
    </snp-empty-state>
  `,
})
export class NotFound {}
