import { computed, linkedSignal, signal, type Signal } from '@angular/core';

interface Held<K> {
  readonly keys: readonly K[];
  readonly resetOn: unknown;
}

/**
 * The order in which things stand, at rest while someone reads: while it is held, what is there keeps its place, what
 * is gone leaves, what is new comes last. A new `resetOn` (another sort, another filter) is followed at once.
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

/** The keys in the order that they had before, new ones last. */
export function keepPlaces<K>(before: readonly K[], now: readonly K[]): readonly K[] {
  const present = new Set(now);
  const stayed = before.filter((key) => present.has(key));
  const known = new Set(before);
  return [...stayed, ...now.filter((key) => !known.has(key))];
}
