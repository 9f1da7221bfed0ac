import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exposition } from './exposition.service';

/** Sends an exposition as fast as this reader takes it; the pieces are shared with others and never copied. */
export async function send(response: Response, pieces: Exposition): Promise<void> {
  response.setHeader(
    'Content-Length',
    pieces.reduce((bytes, { length }) => bytes + length, 0),
  );
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), response);
  } catch (error) {
    // The scraper went away; there is nobody left to tell.
    if (!response.destroyed) throw error;
  }
}
