import type { Response } from 'express';
import { finished } from 'node:stream/promises';
import type { Answer } from './answer';
import type { UnfinishedAnswers } from './unfinished-answers';

/**
 * Sends an answer as fast as this client takes it; the pieces may be shared with other answers and are never copied.
 * Not an async function: that would keep the pieces that are sent until all are.
 * @param waitMs how long the client waits for the whole of it
 * @throws ERR_STREAM_PREMATURE_CLOSE when the client goes before the end, or is cut off
 */
export function send(
  response: Response,
  pieces: readonly Buffer[],
  answers: UnfinishedAnswers,
  waitMs: number,
): Promise<void> {
  const answer = answers.begin(pieces, waitMs, () => response.destroy());
  return write(response, answer).finally(() => answers.end(answer));
}

async function write(response: Response, answer: Answer): Promise<void> {
  const over = finished(response);
  over.catch(() => undefined); // awaited below
  let drained = (): void => undefined;
  // One listener for all pieces: compression does not let go of those that listen once.
  response.on('drain', () => drained());
  while (answer.unreadPieces > 0 && !response.destroyed) {
    if (!answer.write(response)) await Promise.race([new Promise<void>((resolve) => (drained = resolve)), over]);
    answer.took();
  }
  if (!response.destroyed) response.end();
  await over;
}
