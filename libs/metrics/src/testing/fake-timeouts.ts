const REAL = ['setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask'] as const;

/** Lets the time of `setTimeout`, and of nothing else, pass only when Jest's clock is advanced. */
export function fakeTimeouts(): void {
  jest.useFakeTimers({ doNotFake: [...REAL, 'Date', 'hrtime', 'performance'] });
}
