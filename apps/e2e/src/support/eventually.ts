const LOOK_EVERY_MS = 50;

/**
 * Looks until something holds.
 * @param what words for the message when the time is over
 */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
  what: () => string,
): Promise<void> {
  for (const end = Date.now() + withinMs; ;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
