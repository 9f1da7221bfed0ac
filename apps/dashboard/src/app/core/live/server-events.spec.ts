import { ServerEventParser, type ServerEvent } from './server-events';

const parse = (...pieces: string[]): ServerEvent[] => {
  const parser = new ServerEventParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

describe('ServerEventParser', () => {
  it('reads event, id and data', () => {
    expect(parse('id: 7\nevent: state\ndata: {"id":1}\n\n')).toEqual([{ id: '7', event: 'state', data: '{"id":1}' }]);
  });

  it('puts together what arrives in pieces', () => {
    expect(parse('event: su', 'mmary\nda', 'ta: {}\n', '\n')).toEqual([{ id: null, event: 'summary', data: '{}' }]);
  });

  it('skips heartbeats and events without data', () => {
    expect(parse(': heartbeat\n\n', 'event: state\n\n')).toEqual([]);
  });

  it.each(['\r\n', '\r', '\n'])('takes %j as the end of a line', (end) => {
    expect(parse(`data: 1${end}${end}data: 2${end}${end}x`).map(({ data }) => data)).toEqual(['1', '2']);
  });

  it('does not see two ends of line in one that is cut in the middle', () => {
    expect(parse('data: 1\r', '\ndata: 2\r', '\n\r', '\n')).toEqual([{ id: null, event: 'message', data: '1\n2' }]);
  });

  it('does not give the id of one event to the next', () => {
    expect(parse('id: 1\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['1', null]);
  });
});
