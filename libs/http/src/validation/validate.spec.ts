import { IsBoolean } from 'class-validator';
import { Checked, MayBeAbsent, one } from './checked';
import { among, atMost, several, single, trueOrFalse, whole, wordsAmong } from './query-checks';
import { inspect, validated } from './validate';

const text = one((value) => (typeof value === 'string' ? undefined : 'must be text'));

class RequestDto {
  @Checked(text)
  name!: string;

  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  enabled?: boolean;

  @MayBeAbsent()
  @Checked((value) => (Array.isArray(value) ? [{ pointer: '/1/a~1b', message: 'is odd' }] : []))
  list?: unknown;
}

const problems = (input: unknown): string[] =>
  inspect(RequestDto, input).problems.map(({ pointer, message }) => `${pointer} ${message}`);

describe('a request', () => {
  it.each([[null], [[]], ['text'], [7]])('is no object: %j', (input) => {
    expect(problems(input)).toEqual([' must be an object']);
  });

  it('is told of every fault at once, in nested values too', () => {
    expect(problems({ enabled: 'yes', list: [1, 2], 'x/y': 1 })).toEqual([
      '/x~1y is not a supported field',
      '/name is required',
      '/enabled must be true or false',
      '/list/1/a~1b is odd',
    ]);
  });

  it('may leave out a field, but null is a value', () => {
    expect(problems({ name: 'a' })).toEqual([]);
    expect(problems({ name: 'a', enabled: null })).toEqual(['/enabled must be true or false']);
  });

  it('comes back as an instance of its class, nothing converted', () => {
    const value = validated(RequestDto, { name: 'a', enabled: true });
    expect(value).toBeInstanceOf(RequestDto);
    expect(value).toEqual({ name: 'a', enabled: true });
    expect(() => validated(RequestDto, { name: 1 })).toThrow('/name: must be text');
  });
});

it.each([
  [single(atMost(3)), 'abcd', 'must not be longer than 3 characters'],
  [single(atMost(3)), ['a', 'b'], 'must be given once'],
  [several(among(['a', 'b'])), ['a', 'c'], 'must be one of a, b'],
  [several(among(['a', 'b'])), 'b', undefined],
  [several(among(['a', 'b'])), Array(101).fill('a'), 'must not be given more than 100 times'],
  [single(trueOrFalse), '1', 'must be true or false'],
  [single(whole(1, 10)), '11', 'must be a whole number from 1 to 10'],
  [single(whole(1, 10)), '1e1', 'must be a whole number from 1 to 10'],
  [single(whole(1, 10)), '10', undefined],
  [single(wordsAmong(['a', 'b'])), 'a, b', undefined],
  [single(wordsAmong(['a', 'b'])), 'a,c', 'must contain only a, b'],
])('a parameter of a query is checked (%#)', (check, value, message) => {
  expect(check(value)[0]?.message).toBe(message);
});
