import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { problemOf, sentenceOf } from './api/problem';

/** Short messages at the bottom of the page. */
@Injectable({ providedIn: 'root' })
export class Notify {
  private readonly snackBar = inject(MatSnackBar);

  /** Reports success; `undo` reverts it. */
  done(message: string, undo?: () => void): void {
    const shown = this.snackBar.open(message, undo ? $localize`Undo` : undefined, { duration: undo ? 8_000 : 4_000 });
    if (undo) shown.onAction().subscribe(undo);
  }

  /** Reports a failure; stays until it is closed. */
  failed(what: string, error: unknown): void {
    const why = sentenceOf(problemOf(error));
    this.snackBar.open(why.includes(what) ? why : `${what} ${why}`, $localize`Close`, { politeness: 'assertive' });
  }
}
