import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/** A keyboard shortcut of the whole dashboard. */
export interface Shortcut {
  /** As `KeyboardEvent.key`: `/`, `?`; two keys in a row: `g f`. */
  readonly keys: string;
  run(): void;
}

/** Maximum time between two keys in a row. */
const SECOND_KEY_MS = 1500;

/** The keyboard shortcuts. Inactive while the user types or a dialog is open. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly shortcuts = new Set<Shortcut>();
  private first = '';
  private firstAt = -Infinity;

  constructor() {
    const pressed = (event: KeyboardEvent) => this.press(event);
    this.document.addEventListener('keydown', pressed);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', pressed));
  }

  /** Adds shortcuts until the returned function is called. */
  add(shortcuts: readonly Shortcut[]): () => void {
    for (const shortcut of shortcuts) this.shortcuts.add(shortcut);
    return () => shortcuts.forEach((shortcut) => this.shortcuts.delete(shortcut));
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || this.isDialogOpen()) return;
    const follows = event.timeStamp - this.firstAt < SECOND_KEY_MS ? `${this.first} ${event.key}` : '';
    this.first = event.key;
    this.firstAt = event.timeStamp;
    const all = [...this.shortcuts];
    const shortcut = all.find(({ keys }) => keys === follows) ?? all.find(({ keys }) => keys === event.key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  }

  private isDialogOpen(): boolean {
    return this.document.querySelector('[role=dialog], [role=menu], [role=alertdialog]') !== null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null
  );
}
