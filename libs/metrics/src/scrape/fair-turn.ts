const SHORTEST_MS = 5;
const LONGEST_MS = 25;

/**
 * How long rendering may keep the event loop before others have their turn again: a moment while they have little to do,
 * and half as long as they take where they have much, or a scrape would wait for dozens of their turns.
 * @param others how long their last turn took, in milliseconds
 * @returns milliseconds
 */
export function fairTurn(others: number): number {
  return Math.min(Math.max(others / 2, SHORTEST_MS), LONGEST_MS);
}
