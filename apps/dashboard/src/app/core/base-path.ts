import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/**
 * The path under which the exporter is reached, such as `/snp`; empty for the root. The server writes it into the page:
 * `BASE_PATH` in its configuration.
 */
export const BASE_PATH = new InjectionToken<string>('base path', {
  providedIn: 'root',
  factory: () => inject(DOCUMENT).querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? '',
});
