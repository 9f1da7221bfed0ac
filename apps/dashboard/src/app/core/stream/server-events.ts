import { createParser } from 'eventsource-parser';

/** One server-sent event. */
export interface ServerEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** The browser's own `fetch`, or that of a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Reads a stream of server-sent events. Yields with each piece that arrives: an empty list for a heartbeat. */
export async function* readServerEvents(
  body: Pick<ReadableStream<Uint8Array>, 'getReader'>,
): AsyncGenerator<ServerEvent[]> {
  let events: ServerEvent[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) => events.push({ id: id ?? null, event: event ?? 'message', data }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parser.feed(decoder.decode(piece.value, { stream: true }));
    yield events;
    events = [];
  }
}
