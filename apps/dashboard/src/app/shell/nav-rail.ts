import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { VIEWS } from './views';

/** The navigation: a rail on the left, a bar at the bottom of a narrow screen. */
@Component({
  selector: 'snp-nav-rail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Views" i18n-aria-label>
      @for (view of views; track view.path) {
        <a
          [routerLink]="view.path"
          routerLinkActive="is-active"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="
            view.path === '/'
              ? { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' }
              : { exact: false }
          "
        >
          <snp-icon [name]="view.icon" />
          <span>{{ view.label }}</span>
        </a>
      }
    </nav>
  `,
  styleUrl: './nav-rail.scss',
})
export class NavRail {
  protected readonly views = VIEWS;
}
