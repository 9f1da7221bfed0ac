import type { Response } from 'express';

/** Does some work for as long as whoever asked for it is there; then it is told to end. */
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
