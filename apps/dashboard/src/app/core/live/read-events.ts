import { ServerEventParser, type ServerEvent } from './server-events';

/** The server sends at least a comment every 15 s; after twice that the line is dead, whatever TCP believes. */
const SILENCE_MS = 32_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Reads a stream of server-sent events, piece by piece: what is complete with each piece, nothing for a mere heartbeat.
 * Ends when the server ends it; throws when it cannot be had, breaks or falls silent.
 *
 * `fetch` rather than `EventSource`, which neither shows heartbeats nor takes a `Last-Event-ID` from another tab, and
 * which gives up for good on the first answer of a proxy.
 */
export async function* readEvents(
  fetch: Fetch,
  url: string,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent[]> {
  const silence = new AbortController();
  const abort = () => silence.abort();
  let timer = setTimeout(abort, SILENCE_MS);
  signal.addEventListener('abort', abort);
  try {
    const headers = { Accept: 'text/event-stream', ...(lastEventId === null ? {} : { 'Last-Event-ID': lastEventId }) };
    const response = await fetch(url, { headers, cache: 'no-store', signal: silence.signal });
    if (!response.ok || !response.body) throw new Error(`event stream answered ${response.status}`);
    yield [];
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parser = new ServerEventParser();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE_MS);
      yield parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    silence.abort();
  }
}
