import { Directive, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { BASE_PATH } from '../core/base-path';

/**
 * A link for long lists. Each `RouterLink` is updated with every change of the URL, such as each letter of a filter;
 * this one does nothing until it is clicked.
 */
@Directive({ selector: 'a[snpLightLink]', host: { '[attr.href]': 'href()', '(click)': 'go($event)' } })
export class LightLink {
  /** A path of this dashboard, such as `/devices/3/ptp`. */
  readonly snpLightLink = input.required<string>();
  private readonly router = inject(Router);
  private readonly basePath = inject(BASE_PATH);
  protected readonly href = computed(() => this.basePath + this.snpLightLink());

  protected go(event: MouseEvent): void {
    const isForTheBrowser = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (isForTheBrowser) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.snpLightLink());
  }
}
