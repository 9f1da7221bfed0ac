import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from './ui/states/empty-state';

/** Shown for unknown URLs. */
@Component({
  selector: 'snp-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, RouterLink],
  template: `
    <snp-empty-state isPage icon="search" i18n-heading heading="Page not found">
      <p i18n>Check the address. The page may have been removed.</p>
      <p><a routerLink="/" i18n>Go to the fleet</a></p>
    </snp-empty-state>
  `,
})
export class NotFound {}
