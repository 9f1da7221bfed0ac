import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, ElementRef, inject, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { Kiosk } from './core/kiosk';
import { EventStream } from './core/stream/event-stream';
import { Shortcuts } from './core/shortcuts';
import { Theme } from './core/theme';
import { NavRail } from './shell/nav-rail';
import { StreamBanner } from './shell/stream-banner';
import { TopBar } from './shell/top-bar/top-bar';
import { VIEWS } from './shell/views';

/** The frame around every view. */
@Component({
  selector: 'snp-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NavRail, RouterOutlet, StreamBanner, TopBar],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  host: { '[class.kiosk]': 'kiosk.isOn()' },
})
export class App {
  protected readonly kiosk = inject(Kiosk);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly theme = inject(Theme);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    this.followStream(inject(EventStream), inject(DOCUMENT));
    this.focusNewViews();
    const remove = inject(Shortcuts).add([
      ...VIEWS.map(({ path, key }) => ({ keys: `g ${key}`, run: () => void this.router.navigateByUrl(path) })),
      { keys: '?', run: () => void this.openHelp() },
      { keys: 't', run: () => this.theme.choose(this.theme.isDark() ? 'light' : 'dark') },
      { keys: 'Escape', run: () => this.kiosk.leave() },
    ]);
    inject(DestroyRef).onDestroy(remove);
  }

  protected async openHelp(): Promise<void> {
    const { HelpDialog } = await import('./shell/help-dialog');
    this.dialog.open(HelpDialog, { width: '560px' });
  }

  protected skipToMain(): void {
    this.main().nativeElement.focus();
  }

  private followStream(stream: EventStream, { defaultView: window }: Document): void {
    stream.start();
    window?.addEventListener('pagehide', () => stream.end());
    window?.addEventListener('pageshow', ({ persisted }) => persisted && stream.start());
    window?.addEventListener('online', () => stream.retry());
  }

  /** Moves the focus to a new view, for screen readers; a changed filter is no new view. */
  private focusNewViews(): void {
    const paths = this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split('?')[0]),
      pairwise(),
    );
    paths.subscribe(([before, after]) => {
      if (viewOf(before) !== viewOf(after)) this.main().nativeElement.focus({ preventScroll: true });
    });
  }
}

/** The tabs of one device are one view. */
function viewOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}
