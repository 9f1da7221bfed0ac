import { Paced } from './paced';

const acts = jest.fn();
const paced = new Paced(acts, 1_000);

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  paced.stop();
  jest.useRealTimers();
});

it('acts at once, and once more for all that is asked within the pause', () => {
  for (let call = 0; call < 100; call += 1) paced.request();
  expect(acts).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(999);
  expect(acts).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(1);
  expect(acts).toHaveBeenCalledTimes(2);
  paced.request();
  jest.advanceTimersByTime(1_000);
  expect(acts).toHaveBeenCalledTimes(3);
  jest.advanceTimersByTime(60_000);
  expect(acts).toHaveBeenCalledTimes(3);
  paced.request();
  expect(acts).toHaveBeenCalledTimes(4);
});
