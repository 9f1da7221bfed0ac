import { DOCUMENT, ErrorHandler, Injectable, Injector, inject } from '@angular/core';
import { Router, type NavigationError } from '@angular/router';
import { RefusedError, notResponding } from './api/problem';
import { BASE_PATH } from './base-path';
import { Notify } from './notify';
import { STREAM_FETCH } from './stream/event-stream';

/** How Chromium, Firefox and Safari say that a part of the program could not be loaded. */
const NOT_LOADED = /dynamically imported module|module script failed/i;

/** Parts that cannot be loaded: the exporter is not running, or was updated since the page was opened. */
@Injectable({ providedIn: 'root' })
export class MissingView {
  private readonly fetch = inject(STREAM_FETCH);
  private readonly notify = inject(Notify);
  private readonly router = inject(Router);
  private readonly basePath = inject(BASE_PATH);
  private readonly location = inject(DOCUMENT).location;

  /** Loads the whole page with a view anew where the exporter answers; a new page is not loaded again. */
  async open({ url, error }: Pick<NavigationError, 'url' | 'error'>): Promise<void> {
    if (isNotLoaded(error) && this.router.navigated && (await this.isThere())) {
      this.location.assign(`${this.basePath}${url}`);
    }
  }

  /** Says why a part could not be loaded. */
  async report(): Promise<void> {
    const problem = (await this.isThere())
      ? { ...notResponding(), detail: $localize`Reload the page: the exporter may have been updated.` }
      : notResponding();
    this.notify.failed($localize`A part of the page could not be loaded.`, new RefusedError(problem));
  }

  private isThere(): Promise<boolean> {
    return this.fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

/** Tells the user when a view or a dialog could not be loaded, instead of doing nothing. */
@Injectable()
export class AppErrorHandler extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    super.handleError(error);
    if (isNotLoaded(error)) void this.injector.get(MissingView).report();
  }
}

function isNotLoaded(error: unknown): boolean {
  return error instanceof TypeError && NOT_LOADED.test(error.message);
}
