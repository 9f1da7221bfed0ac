import { Socket } from 'node:net';

const refuse = () => {
  throw new Error('not to be read');
};
const unreadable = () =>
  new Proxy(
    {},
    {
      get: refuse,
      ownKeys: refuse,
    },
  );

it('passes', () => undefined);
it.skip('is skipped', () => undefined);
it.todo('is to be written');

it.each([
  ['an error with a circle', circular(new Error('circle'))],
  ['an object with a circle', circular({})],
  ['an error that is its own cause', ownCause()],
  ['an error with a socket', Object.assign(new Error('socket'), { socket: new Socket(), listener: () => undefined })],
  ['an error that cannot be read', Object.assign(new Error('unreadable'), { object: unreadable() })],
  ['several errors', new AggregateError([new Error('one'), 'two'], 'several')],
  ['a socket', new Socket()],
  ['an object whose message is a circle', { message: circular({}) }],
  ['an object that cannot be read', unreadable()],
  ['nothing', undefined],
])('throws %s', (_what, thrown) => {
  throw thrown;
});

function circular(value: object): object {
  return Object.assign(value, { self: value });
}

function ownCause(): Error {
  const error = new Error('own cause');
  error.cause = error;
  return error;
}
