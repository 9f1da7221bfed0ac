import { TestBed } from '@angular/core/testing';
import { soon } from './soon';

describe('soon', () => {
  const run = jest.fn();
  let ask: (afterMs: number) => void;

  beforeEach(() => {
    jest.useFakeTimers();
    run.mockReset();
    ask = TestBed.runInInjectionContext(() => soon(run));
  });

  afterEach(() => jest.useRealTimers());

  it('runs once for all who ask before it has run', () => {
    for (let times = 0; times < 3; times++) ask(300);
    jest.advanceTimersByTime(300);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is not put off by those who go on asking', () => {
    for (let times = 0; times < 10; times++) {
      ask(300);
      jest.advanceTimersByTime(100);
    }
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('runs no more once whom it was for is gone', () => {
    ask(300);
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(300);
    expect(run).not.toHaveBeenCalled();
  });
});
