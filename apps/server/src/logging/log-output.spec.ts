import { LogOutput } from './log-output';

function code(name: string): Error {
  return Object.assign(new Error(name), { code: name });
}

/** A reader with room for some bytes, or none because of an error. */
class Reader {
  text = '';
  room = Infinity;
  error = 'EAGAIN';

  readonly sink = (bytes: Buffer, from: number): number => {
    if (this.room <= 0) throw code(this.error);
    const taken = bytes.subarray(from, from + Math.min(bytes.length - from, this.room));
    this.room -= taken.length;
    this.text += taken.toString();
    return taken.length;
  };
}

let reader: Reader;
let output: LogOutput;

beforeEach(() => {
  jest.useFakeTimers();
  reader = new Reader();
  output = new LogOutput({ sink: reader.sink, maxWaitingBytes: 20, retryMs: 100 });
  output.onDropped = (lines) => output.write(`dropped ${lines}\n`);
});
afterEach(() => jest.useRealTimers());

it('writes each line at once', () => {
  output.write('one\n');
  output.write('two\n');
  expect(reader.text).toBe('one\ntwo\n');
});

it.each(['EPIPE', 'ENOSPC', 'EIO', 'EFBIG', 'EBADF'])(
  'drops and counts lines after %s, and goes on when it can',
  (error) => {
    reader.error = error;
    reader.room = 0;
    for (const line of ['one\n', 'two\n', 'three\n']) output.write(line);
    expect(output.droppedLines).toBe(3);
    reader.room = Infinity;
    output.write('four\n');
    output.write('five\n');
    expect(reader.text).toBe('dropped 3\nfour\nfive\n');
    expect(output.droppedLines).toBe(3);
  },
);

it('begins a new line where a full disk has cut one', () => {
  reader.error = 'ENOSPC';
  reader.room = 5;
  output.write('cut in the middle\n');
  output.write('lost\n');
  reader.room = Infinity;
  output.write('whole\n');
  expect(reader.text).toBe('cut i\ndropped 2\nwhole\n');
});

it('keeps a little for a reader that does not read, and drops the rest', () => {
  reader.room = 6;
  for (let n = 0; n < 10; n++) output.write(`line ${n}\n`);
  expect(reader.text).toBe('line 0');
  expect(output.droppedLines).toBe(8);
  reader.room = 4;
  jest.advanceTimersByTime(100);
  expect(reader.text).toBe('line 0\nlin');
  reader.room = Infinity;
  jest.advanceTimersByTime(100);
  expect(reader.text).toBe('line 0\nline 1\ndropped 8\n');
  output.write('more\n');
  expect(reader.text.endsWith('dropped 8\nmore\n')).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it('counts what it kept for a reader that goes away', () => {
  reader.room = 0;
  output.write('one\n');
  output.write('two\n');
  reader.error = 'EPIPE';
  jest.advanceTimersByTime(100);
  expect(output.droppedLines).toBe(2);
});

it('drops no count when the report of it cannot be written either', () => {
  reader.error = 'ENOSPC';
  reader.room = 0;
  output.write('one\n');
  reader.room = 4;
  output.write('two\n');
  reader.room = 0;
  output.write('three\n');
  reader.room = Infinity;
  output.write('four\n');
  expect(reader.text).toBe('drop\ndropped 3\nfour\n');
  expect(output.droppedLines).toBe(3);
});

it('goes on where the log level leaves the report out', () => {
  output.onDropped = () => undefined;
  reader.error = 'EPIPE';
  reader.room = 0;
  output.write('one\n');
  reader.room = Infinity;
  output.write('two\n');
  expect(reader.text).toBe('two\n');
});
