import { Socket } from 'node:net';

const moment = () => new Promise((resolve) => setImmediate(resolve));

it('passes', () => undefined);

it('rejects with a socket that nothing waits for', async () => {
  void Promise.reject(new Socket());
  await moment();
});

it('throws a socket outside of any call', async () => {
  setImmediate(() => {
    throw new Socket();
  });
  await moment();
});
