// Ceilings only: on a busy machine, what takes a moment may take seconds.
jest.setTimeout(300_000);

/** Resolves when `condition` holds; rejects with `what` after `ms`. */
export async function until(condition: () => unknown, what: string, ms = 60_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
