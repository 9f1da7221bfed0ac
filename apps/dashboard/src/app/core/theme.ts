import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';

export type ThemeChoice = 'light' | 'dark' | 'system';

const KEY = 'snp-theme';
const DARK = '(prefers-color-scheme: dark)';

/** Light, dark, or the system default; stored in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly systemIsDark = signal(false);
  private readonly _choice = signal<ThemeChoice>(stored());

  readonly choice = this._choice.asReadonly();
  /** Whether the page is dark now. */
  readonly isDark = computed(() => (this.choice() === 'system' ? this.systemIsDark() : this.choice() === 'dark'));

  constructor() {
    const query = this.document.defaultView?.matchMedia?.(DARK);
    this.systemIsDark.set(query?.matches ?? false);
    query?.addEventListener('change', ({ matches }) => this.systemIsDark.set(matches));
    effect(() => {
      const choice = this.choice();
      const { dataset } = this.document.documentElement;
      if (choice === 'system') delete dataset['theme'];
      else dataset['theme'] = choice;
    });
  }

  choose(choice: ThemeChoice): void {
    this._choice.set(choice);
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  }
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}
