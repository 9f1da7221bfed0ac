import { Socket } from 'node:net';

afterAll(() => Promise.reject(new Socket()));
afterAll(() => {
  throw Object.assign(new Error('socket'), { socket: new Socket() });
});

it('passes', () => undefined);
