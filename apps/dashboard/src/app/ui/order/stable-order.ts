import { computed, linkedSignal, signal, type Signal } from '@angular/core';

interface Held<K> {
  readonly keys: readonly K[];
  readonly resetOn: unknown;
}

/**
 * A list that does not reorder while `isHeld`: items keep their place, removed ones leave, new ones come last. A change
 * of `resetOn` (another sort or filter) applies at once.
 */
export function stableOrder<K>(
  keys: Signal<readonly K[]>,
  isHeld: Signal<boolean>,
  resetOn: Signal<unknown> = signal(null),
): Signal<readonly K[]> {
  const order = linkedSignal<{ keys: readonly K[]; isHeld: boolean; resetOn: unknown }, Held<K>>({
    source: () => ({ keys: keys(), isHeld: isHeld(), resetOn: resetOn() }),
    computation: (now, previous) => {
      const rests = now.isHeld && previous !== undefined && previous.value.resetOn === now.resetOn;
      return { keys: rests ? keepPlaces(previous.value.keys, now.keys) : now.keys, resetOn: now.resetOn };
    },
  });
  return computed(() => order().keys);
}

/** The keys in their previous order, new ones last. */
function keepPlaces<K>(before: readonly K[], now: readonly K[]): readonly K[] {
  const present = new Set(now);
  const stayed = before.filter((key) => present.has(key));
  const known = new Set(before);
  return [...stayed, ...now.filter((key) => !known.has(key))];
}
