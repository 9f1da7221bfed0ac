import { Injectable, effect, inject, signal } from '@angular/core';
import { UrlState } from './url-state';

/** Kiosk mode for wall displays: no navigation, larger tiles. `?kiosk` turns it on, Escape off. */
@Injectable({ providedIn: 'root' })
export class Kiosk {
  private readonly url = inject(UrlState);
  private readonly isAsked = this.url.has('kiosk');
  private readonly _isOn = signal(false);

  readonly isOn = this._isOn.asReadonly();

  constructor() {
    effect(() => {
      if (this.isAsked()) this._isOn.set(true);
    });
  }

  leave(): void {
    if (!this.isOn()) return;
    this._isOn.set(false);
    this.url.set({ kiosk: null });
  }
}
