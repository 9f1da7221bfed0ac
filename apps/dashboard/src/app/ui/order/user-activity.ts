import { Directive, DestroyRef, inject, signal } from '@angular/core';

/** A pointer that has not moved for so long has been left lying, not pointed. */
const RESTING_MS = 30_000;

/** Knows whether someone is reading here: a pointer or the keyboard's focus is inside. */
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
