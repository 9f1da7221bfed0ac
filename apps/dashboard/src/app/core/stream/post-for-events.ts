import { RefusedError, notResponding, problemFrom } from '../api/problem';
import { readServerEvents, type Fetch, type ServerEvent } from './server-events';

interface Post {
  readonly contentType: string;
  readonly body: BodyInit;
  readonly signal: AbortSignal;
}

/**
 * Posts a request and yields the events of the answer, one by one, until it ends.
 * @throws RefusedError when the server refuses the request, ends it with the event `problem`, or cannot be reached
 */
export async function* postForEvents(
  fetch: Fetch,
  url: string,
  { contentType, body, signal }: Post,
): AsyncGenerator<ServerEvent> {
  const headers = { 'Content-Type': contentType, Accept: 'text/event-stream' };
  const response = await fetch(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new RefusedError(notResponding());
  });
  if (!response.ok || !response.body) {
    throw new RefusedError(problemFrom(response.status, await response.json().catch(() => null)));
  }
  for await (const events of readServerEvents(response.body)) {
    for (const event of events) {
      if (event.event === 'problem') throw new RefusedError(problemFrom(500, JSON.parse(event.data)));
      yield event;
    }
  }
}
