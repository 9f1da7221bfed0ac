import type { Request, Response } from 'express';
import { problemOf } from '../problems/problem.filter';
import { asProblem } from '../problems/problems';
import { EVENT_STREAM_HEADERS, eventFrame } from './server-events';

const EVENT_STREAM = 'text/event-stream';
const JSON_LINES = 'application/x-ndjson';
const ACCEPTED = ['application/json', JSON_LINES, EVENT_STREAM];

/**
 * Answers with the result of long work: as plain JSON, or, to a client that accepts a stream, as `progress` events
 * and then one `result` or `problem`. What is refused before any progress is an ordinary error answer. `signal` tells
 * the work when the client has gone.
 */
export async function answerWithProgress<P extends object, R extends object>(
  request: Request,
  response: Response,
  work: (report: (progress: P) => void, signal: AbortSignal) => Promise<R>,
): Promise<void> {
  const type = request.accepts(ACCEPTED);
  const isStream = type === EVENT_STREAM || type === JSON_LINES;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const send = (event: string, body: object): void => {
    if (!isStream) return;
    if (!response.headersSent) response.status(200).set({ ...EVENT_STREAM_HEADERS, 'Content-Type': type });
    response.write(type === EVENT_STREAM ? eventFrame(event, JSON.stringify(body)) : jsonLine(event, body));
  };
  try {
    const result = await work((progress) => send('progress', progress), gone.signal);
    if (!isStream) return void response.json(result);
    send('result', result);
  } catch (error) {
    if (gone.signal.aborted) return;
    const problem = asProblem(error);
    if (!response.headersSent || problem === undefined) throw error;
    send('problem', problemOf(problem));
  }
  response.end();
}

function jsonLine(event: string, body: object): string {
  return `${JSON.stringify({ event, ...body })}\n`;
}
