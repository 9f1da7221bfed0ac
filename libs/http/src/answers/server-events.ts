/** Headers of a stream of server-sent events: they keep caches, compression and nginx from holding events back. */
export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/**
 * A server-sent event as text for the wire.
 * @param json its data; JSON has no line breaks, which would end the data
 */
export function eventFrame(name: string, json: string, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${json}\n\n`;
}
