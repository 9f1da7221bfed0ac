import type { Response } from 'express';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Exposition } from './shared-exposition';
import type { UnfinishedAnswers } from './unfinished-answers';

/** A scraper that takes nothing for so long is cut off: what it does not read is kept for it, in milliseconds. */
const STALLED_MS = 30_000;

/**
 * Sends an exposition as fast as this reader takes it; the pieces are shared with others and never copied.
 * @param waitMs how long the scraper waits for the whole of it
 */
export async function send(
  response: Response,
  pieces: Exposition,
  answers: UnfinishedAnswers,
  waitMs: number,
  stalledMs = STALLED_MS,
): Promise<void> {
  response.setHeader(
    'Content-Length',
    pieces.reduce((bytes, { length }) => bytes + length, 0),
  );
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.setTimeout(stalledMs, () => response.destroy());
  const answer = answers.begin(pieces, waitMs, () => response.destroy());
  try {
    await write(response, pieces, (piece) => answer.took(piece));
  } finally {
    answers.end(answer);
  }
}

/** @throws ERR_STREAM_PREMATURE_CLOSE when the reader goes before the end */
async function write(response: Response, pieces: Exposition, took: (piece: Buffer) => void): Promise<void> {
  const over = finished(response);
  over.catch(() => undefined); // awaited below
  for (const piece of pieces) {
    if (response.destroyed) return over;
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), over]);
    took(piece);
  }
  response.end();
  await over;
}
