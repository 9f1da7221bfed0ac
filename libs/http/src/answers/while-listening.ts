import type { Response } from 'express';

/** Does some work until it is done or the client has gone; then `signal` is aborted. */
export async function whileListening<T>(response: Response, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  response.once('close', giveUp);
  try {
    return await work(controller.signal);
  } finally {
    response.off('close', giveUp);
  }
}
