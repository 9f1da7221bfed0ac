import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withFetch } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { MAT_DIALOG_DEFAULT_OPTIONS, MatDialogConfig } from '@angular/material/dialog';
import { MAT_RIPPLE_GLOBAL_OPTIONS } from '@angular/material/core';
import { MAT_TOOLTIP_DEFAULT_OPTIONS } from '@angular/material/tooltip';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { ApiConfiguration } from '@snp/api-client';
import { routes } from './app.routes';
import { BASE_PATH } from './core/base-path';
import { AppErrorHandler, MissingView } from './core/missing-view';
import { PageTitle } from './core/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: AppErrorHandler },
    provideZonelessChangeDetection(),
    provideHttpClient(withFetch()),
    { provide: APP_BASE_HREF, useFactory: () => `${inject(BASE_PATH)}/` },
    { provide: ApiConfiguration, useFactory: () => ({ rootUrl: inject(BASE_PATH) }) },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'disabled' }),
      withNavigationErrorHandler((error) => inject(MissingView).open(error)),
    ),
    { provide: TitleStrategy, useClass: PageTitle },
    { provide: MAT_RIPPLE_GLOBAL_OPTIONS, useValue: { disabled: true } },
    { provide: MAT_TOOLTIP_DEFAULT_OPTIONS, useValue: { showDelay: 400, hideDelay: 0, touchendHideDelay: 1500 } },
    // These replace all defaults, including the role.
    // Focus at once: after the animation the user may already be typing.
    {
      provide: MAT_DIALOG_DEFAULT_OPTIONS,
      useValue: { ...new MatDialogConfig(), maxWidth: '96vw', delayFocusTrap: false },
    },
  ],
};
