import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exposition } from './shared-exposition';

/** A scraper that takes nothing for so long is cut off: what it does not read is kept for it, in milliseconds. */
const STALLED_MS = 30_000;

/** Sends an exposition as fast as this reader takes it; the pieces are shared with others and never copied. */
export async function send(response: Response, pieces: Exposition, stalledMs = STALLED_MS): Promise<void> {
  response.setHeader(
    'Content-Length',
    pieces.reduce((bytes, { length }) => bytes + length, 0),
  );
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.setTimeout(stalledMs, () => response.destroy());
  await pipeline(Readable.from(pieces, { objectMode: false }), response);
}
