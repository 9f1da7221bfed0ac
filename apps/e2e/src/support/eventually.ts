const POLL_MS = 50;

/** Many times what anything takes on a quiet machine: only a test that fails waits for so long. */
const PATIENCE_MS = 120_000;

/**
 * Waits until something holds.
 * @param what words for the message when the time is over
 */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: () => string,
  withinMs = PATIENCE_MS,
): Promise<void> {
  for (const end = Date.now() + withinMs; ;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
