import { Directive, DestroyRef, inject, signal } from '@angular/core';

/** A pointer that has not moved for so long has been left lying, not pointed. */
const RESTING_MS = 30_000;

/** Knows whether someone is reading here: a pointer or the keyboard's focus is inside. */
@Directive({
  selector: '[snpReading]',
  exportAs: 'snpReading',
  host: {
    '(pointermove)': 'move()',
    '(pointerleave)': 'leave()',
    '(focusin)': 'move()',
    '(focusout)': 'leave()',
  },
})
export class Reading {
  private readonly _isReading = signal(false);
  private timer?: ReturnType<typeof setTimeout>;

  readonly isReading = this._isReading.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected move(): void {
    this._isReading.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._isReading.set(false), RESTING_MS);
  }

  protected leave(): void {
    clearTimeout(this.timer);
    this._isReading.set(false);
  }
}
