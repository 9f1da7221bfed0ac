import { ProblemError } from '@snp/http';
import { FakeClock } from '../testing/fakes';
import { ActionLimits } from './action-limits';

let clock: FakeClock;
let limits: ActionLimits;

beforeEach(() => {
  clock = new FakeClock();
  limits = new ActionLimits(clock);
});

/** What comes of an action that ends at once, or of its refusal. */
function start(client: string): string {
  try {
    limits.begin(client)();
    return 'ok';
  } catch (error) {
    return error instanceof ProblemError ? `${error.status}, ${error.retryAfterSeconds} s` : String(error);
  }
}

const startTen = (client: string) => Array.from({ length: 10 }, () => start(client));

describe('the tests and discoveries of people', () => {
  it('are ten a minute of a client', () => {
    expect(startTen('10.0.0.1')).toEqual(Array(10).fill('ok'));
    clock.advance(20_000);
    expect([start('10.0.0.1'), start('10.0.0.2')]).toEqual(['429, 40 s', 'ok']);
    clock.advance(40_000);
    expect(start('10.0.0.1')).toBe('ok');
  });

  it('do not become more by changes of the wall clock', () => {
    startTen('10.0.0.1');
    jest.spyOn(clock, 'now').mockReturnValue(clock.now() + 86_400_000);
    expect(start('10.0.0.1')).toBe('429, 60 s');
  });

  it('are ten at once of all clients, and end once', () => {
    const ends = Array.from({ length: 10 }, (_, at) => limits.begin(`10.0.1.${at}`));
    expect(start('10.0.0.1')).toBe('429, 30 s');
    ends[0]?.();
    ends[0]?.();
    expect(start('10.0.0.1')).toBe('ok');
    limits.begin('10.0.0.1');
    expect(start('10.0.0.1')).toBe('429, 30 s');
  });

  it('are remembered for a bounded number of clients', () => {
    startTen('10.0.0.1');
    for (let at = 0; at < 10_000; at++) start(`client-${at}`);
    expect(start('10.0.0.1')).toBe('ok');
  });
});
