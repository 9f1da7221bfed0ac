import { TextDecoder, TextEncoder } from 'node:util';
import { readServerEvents, type ServerEvent } from './server-events';

Object.assign(globalThis, { TextDecoder });

const bodyOf = (pieces: Uint8Array[]) => {
  const read = () => Promise.resolve({ done: pieces.length === 0, value: pieces.shift() });
  return { getReader: () => ({ read }) } as unknown as ReadableStream<Uint8Array>;
};

async function parse(...pieces: (string | Uint8Array)[]): Promise<ServerEvent[][]> {
  const encoder = new TextEncoder();
  const body = bodyOf(pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece)));
  const batches: ServerEvent[][] = [];
  for await (const events of readServerEvents(body)) batches.push(events);
  return batches;
}

describe('readServerEvents', () => {
  it('reads event, id and data', async () => {
    const [events] = await parse('id: 7\nevent: state\ndata: {"id":1}\n\n');
    expect(events).toEqual([{ id: '7', event: 'state', data: '{"id":1}' }]);
  });

  it('puts together what arrives in pieces', async () => {
    const events = (await parse('event: su', 'mmary\nda', 'ta: {}\n', '\n')).flat();
    expect(events).toEqual([{ id: null, event: 'summary', data: '{}' }]);
  });

  it('puts together a character that is cut in the middle', async () => {
    const bytes = new TextEncoder().encode('data: µ\n\n');
    const [event] = (await parse(bytes.slice(0, 7), bytes.slice(7))).flat();
    expect(event.data).toBe('µ');
  });

  it('yields a heartbeat as an empty list, and skips events without data', async () => {
    expect(await parse(': heartbeat\n\n', 'event: state\n\n')).toEqual([[], []]);
  });

  it.each(['\r\n', '\r', '\n'])('takes %j as the end of a line', async (end) => {
    const events = (await parse(`data: 1${end}${end}data: 2${end}${end}x`)).flat();
    expect(events.map(({ data }) => data)).toEqual(['1', '2']);
  });

  it('does not see two ends of line in one that is cut in the middle', async () => {
    const events = (await parse('data: 1\r', '\ndata: 2\r', '\n\r', '\n')).flat();
    expect(events).toEqual([{ id: null, event: 'message', data: '1\n2' }]);
  });

  it('does not give the id of one event to the next', async () => {
    const events = (await parse('id: 1\ndata: a\n\ndata: b\n\n')).flat();
    expect(events.map(({ id }) => id)).toEqual(['1', null]);
  });
});
