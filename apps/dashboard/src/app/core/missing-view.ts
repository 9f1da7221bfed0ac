import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Router, type NavigationError } from '@angular/router';
import { BASE_PATH } from './base-path';
import { Notify } from './notify';
import { RefusedError, notResponding } from './api/problem';
import { STREAM_FETCH } from './stream/event-stream';

/** A view whose program could not be loaded: the exporter is not running, or was updated since the page was opened. */
@Injectable({ providedIn: 'root' })
export class MissingView {
  private readonly fetch = inject(STREAM_FETCH);
  private readonly notify = inject(Notify);
  private readonly router = inject(Router);
  private readonly basePath = inject(BASE_PATH);
  private readonly location = inject(DOCUMENT).location;

  /** Loads the whole page anew where the exporter answers, but not a new page again; otherwise says that it does not. */
  async handle({ url, error }: Pick<NavigationError, 'url' | 'error'>): Promise<void> {
    const isThere = await this.fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere && this.router.navigated) return this.location.assign(`${this.basePath}${url}`);
    this.notify.failed($localize`The view could not be opened.`, isThere ? error : new RefusedError(notResponding()));
  }
}
