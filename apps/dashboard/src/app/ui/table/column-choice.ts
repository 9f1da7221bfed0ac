import { signal, type WritableSignal } from '@angular/core';
import type { Column } from './column';

/** Which columns of a table are shown. The browser stores the differences from the default. */
export class ColumnChoice {
  private readonly key: string;
  /** Ids of the columns that differ from the default. */
  private readonly changed: WritableSignal<ReadonlySet<string>>;

  constructor(table: string) {
    this.key = `snp-columns-${table}`;
    this.changed = signal(new Set(this.read()));
  }

  isShown<T>({ id, isExtra, isFixed }: Column<T>): boolean {
    if (isFixed) return true;
    return this.changed().has(id) === (isExtra ?? false);
  }

  toggle(id: string): void {
    const changed = new Set(this.changed());
    if (!changed.delete(id)) changed.add(id);
    this.changed.set(changed);
    try {
      localStorage.setItem(this.key, [...changed].join());
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  }

  private read(): string[] {
    try {
      return localStorage.getItem(this.key)?.split(',').filter(Boolean) ?? [];
    } catch {
      return [];
    }
  }
}
