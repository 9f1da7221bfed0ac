import type { Request, Response } from 'express';
import { problemOf } from '../problems/problem.filter';
import { asProblem } from '../problems/problems';

const STREAMS = ['application/x-ndjson', 'text/event-stream'] as const;
type StreamType = (typeof STREAMS)[number];

/**
 * Answers with the result of long work: as plain JSON, or, to a client that accepts a stream, as `progress` events
 * and then one `result` or `problem`. What is refused before any progress is an ordinary error answer. The work is told
 * by `signal` when the client has gone.
 */
export async function answerWithProgress<P extends object, R extends object>(
  request: Request,
  response: Response,
  work: (report: (progress: P) => void, signal: AbortSignal) => Promise<R>,
): Promise<void> {
  const type = STREAMS.find((stream) => request.accepts(['application/json', ...STREAMS]) === stream);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const send = (event: string, body: object): void => {
    if (type === undefined) return;
    // What compresses answers would keep the events back until there are enough of them.
    if (!response.headersSent)
      response.status(200).set({ 'Content-Type': type, 'Cache-Control': 'no-store, no-transform' });
    response.write(frame(type, event, body));
  };
  try {
    const result = await work((progress) => send('progress', progress), gone.signal);
    if (type === undefined) return void response.json(result);
    send('result', result);
  } catch (error) {
    if (gone.signal.aborted) return;
    const problem = asProblem(error);
    if (!response.headersSent || problem === undefined) throw error;
    send('problem', problemOf(problem));
  }
  response.end();
}

function frame(type: StreamType, event: string, body: object): string {
  return type === 'text/event-stream'
    ? `event: ${event}\ndata: ${JSON.stringify(body)}\n\n`
    : `${JSON.stringify({ event, ...body })}\n`;
}
