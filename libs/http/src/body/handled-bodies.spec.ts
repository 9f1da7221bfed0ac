import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { HandledBodies } from './handled-bodies';

function response({ closed = false } = {}): ServerResponse {
  return Object.assign(new EventEmitter(), { closed }) as unknown as ServerResponse;
}

describe('bodies that are handled at the same time', () => {
  it('are refused with 503 where they would be too many, until others are answered', () => {
    const bodies = new HandledBodies(100);
    const [first, second] = [response(), response()];
    bodies.take(60, first);
    bodies.take(40, second);
    expect(() => bodies.take(1, response())).toThrow(expect.objectContaining({ status: 503, retryAfterSeconds: 5 }));
    expect(() => bodies.take(0, response())).not.toThrow();
    first.emit('close');
    expect(() => bodies.take(61, response())).toThrow();
    expect(() => bodies.take(60, response())).not.toThrow();
  });

  it('may be as large as they are where there is no other', () => {
    const bodies = new HandledBodies(100);
    const large = response();
    bodies.take(1_000, large);
    expect(() => bodies.take(1, response())).toThrow();
    large.emit('close');
    expect(() => bodies.take(100, response())).not.toThrow();
  });

  it('do not count when nobody waits for the answer any more', () => {
    const bodies = new HandledBodies(100);
    bodies.take(100, response({ closed: true }));
    expect(() => bodies.take(100, response())).not.toThrow();
  });
});
