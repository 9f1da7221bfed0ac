import { ProblemError } from '../problems/problem-error';
import { parseJson } from './json';

const MiB = 1024 * 1024;

describe('the JSON of a request', () => {
  it.each([
    ['opens a million lists', '['.repeat(MiB)],
    ['nests half a million lists', '['.repeat(MiB / 2) + ']'.repeat(MiB / 2)],
    ['nests a hundred thousand objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['nests 33 levels', '['.repeat(33) + ']'.repeat(33)],
    ['has a key __proto__', '{"a":[{"__proto__":{}}]}'],
    ['has 80,000 keys', `{${Array.from({ length: 80_000 }, (_, at) => `"k${at}":1`).join()}}`],
    ['has 300,000 lists', `[${'[],'.repeat(300_000)}[]]`],
    ['is a string without an end', `"${'\\'.repeat(MiB)}`],
    ['is not JSON', '{"a":}'],
  ])('is refused where it %s', (_, text) => {
    expect(() => parseJson(text)).toThrow(ProblemError);
  });

  it('is what JSON.parse makes of it', () => {
    const deep = '['.repeat(32) + ']'.repeat(32);
    expect(parseJson(deep)).toEqual(JSON.parse(deep));
    const brackets = JSON.stringify({ ['[{,"'.repeat(50_000)]: ['\\', '\\"[', '"'] });
    expect(parseJson(brackets)).toEqual(JSON.parse(brackets));
    const objects = JSON.stringify(
      Array.from({ length: 5_000 }, () => ({ elementIP: '', objectType: '', objectId: '' })),
    );
    expect(parseJson(objects)).toEqual(JSON.parse(objects));
    expect(parseJson('{"a":[1,null,"__proto__"]}')).toEqual({ a: [1, null, '__proto__'] });
  });
});
