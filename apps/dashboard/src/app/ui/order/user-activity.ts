import { Directive, DestroyRef, inject, signal } from '@angular/core';

/** A pointer that rests for this long no longer counts as activity. */
const RESTING_MS = 30_000;

/** Whether the user is active here: the pointer or the focus is inside. */
@Directive({
  selector: '[snpUserActivity]',
  exportAs: 'snpUserActivity',
  host: {
    '(pointermove)': 'move()',
    '(pointerleave)': 'leave()',
    '(focusin)': 'move()',
    '(focusout)': 'leave()',
  },
})
export class UserActivity {
  private readonly _isActive = signal(false);
  private timer?: ReturnType<typeof setTimeout>;

  readonly isActive = this._isActive.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected move(): void {
    this._isActive.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._isActive.set(false), RESTING_MS);
  }

  protected leave(): void {
    clearTimeout(this.timer);
    this._isActive.set(false);
  }
}
