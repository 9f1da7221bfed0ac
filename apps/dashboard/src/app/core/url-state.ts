import { Injectable, computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationSkipped, Router, type Params } from '@angular/router';
import { filter } from 'rxjs';

/** The state of a view in its URL: filters, sort and selection. */
@Injectable({ providedIn: 'root' })
export class UrlState {
  private readonly router = inject(Router);
  private readonly navigated = toSignal(
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd || event instanceof NavigationSkipped)),
  );

  private readonly parameters = computed<Readonly<Record<string, string>>>(
    () => {
      this.navigated();
      return joined(this.router.parseUrl(this.router.url).queryParams);
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  /** A query parameter; empty when absent. */
  text(name: string): Signal<string> {
    return computed(() => this.parameters()[name] ?? '');
  }

  /** A parameter with words separated by commas; a comma in a word is written `%2C`. */
  words(name: string): Signal<readonly string[]> {
    return computed(
      () => {
        const text = this.parameters()[name] ?? '';
        return text === '' ? [] : text.split(',').map(decoded);
      },
      { equal: (a, b) => a.join() === b.join() },
    );
  }

  /** Whether a parameter is present, with or without a value. */
  has(name: string): Signal<boolean> {
    return computed(() => name in this.parameters());
  }

  /** Changes parameters without a new entry in the browser's history. Empty ones are removed. */
  set(changes: Readonly<Record<string, string | readonly string[] | null>>): void {
    const queryParams = Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name, textOf(value) || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

/** A repeated parameter is one list. */
function joined(parameters: Params): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value].flat().join()]));
}

/** A decoded word; a malformed percent sign is kept. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function textOf(value: string | readonly string[] | null): string {
  if (typeof value === 'string' || value === null) return value ?? '';
  return value.map((word) => word.replaceAll('%', '%25').replaceAll(',', '%2C')).join();
}
