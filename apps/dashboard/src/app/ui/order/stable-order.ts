import { computed, linkedSignal, signal, type Signal } from '@angular/core';

interface Held<K> {
  readonly keys: readonly K[];
  readonly wish: unknown;
}

/**
 * The order in which things stand, at rest while someone reads: while it is held, what is there keeps its place, what
 * is gone leaves, what is new comes last. A new `wish` (another sort, another filter) is followed at once.
 */
export function stableOrder<K>(
  keys: Signal<readonly K[]>,
  isHeld: Signal<boolean>,
  wish: Signal<unknown> = signal(null),
): Signal<readonly K[]> {
  const order = linkedSignal<{ keys: readonly K[]; isHeld: boolean; wish: unknown }, Held<K>>({
    source: () => ({ keys: keys(), isHeld: isHeld(), wish: wish() }),
    computation: (now, previous) => {
      const rests = now.isHeld && previous !== undefined && previous.value.wish === now.wish;
      return { keys: rests ? keepPlaces(previous.value.keys, now.keys) : now.keys, wish: now.wish };
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
