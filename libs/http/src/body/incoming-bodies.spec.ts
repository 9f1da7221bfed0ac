import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { IncomingBodies } from './incoming-bodies';

class Request extends EventEmitter {
  isCut = false;

  constructor(bodies: IncomingBodies) {
    super();
    bodies.watch(this as unknown as IncomingMessage);
  }

  send(bytes: number): this {
    this.emit('data', Buffer.alloc(bytes));
    return this;
  }

  destroy(): void {
    this.isCut = true;
    this.emit('close');
  }
}

describe('bodies that are on their way', () => {
  it('are cut off, the oldest first, when there is too much of them', () => {
    const bodies = new IncomingBodies(99, 100);
    const requests = Array.from({ length: 5 }, () => new Request(bodies).send(30));
    expect(requests.map(({ isCut }) => isCut)).toEqual([true, true, false, false, false]);
    requests[2]?.send(11);
    expect(requests.map(({ isCut }) => isCut)).toEqual([true, true, true, false, false]);
  });

  it('count no more once they are complete or gone', () => {
    const bodies = new IncomingBodies(99, 100);
    const first = new Request(bodies).send(1);
    for (let times = 0; times < 10; times++) {
      new Request(bodies).send(90).emit(times % 2 === 0 ? 'end' : 'close');
    }
    expect(first.isCut).toBe(false);
  });

  it('count for nothing when they are too large to be held', () => {
    const bodies = new IncomingBodies(99, 100);
    const first = new Request(bodies).send(50);
    const large = new Request(bodies);
    for (let times = 0; times < 10; times++) large.send(50);
    expect([first.isCut, large.isCut]).toEqual([false, false]);
  });

  it('that are empty are left alone', () => {
    const bodies = new IncomingBodies(99, 100);
    const waiting = new Request(bodies);
    const large = new Request(bodies).send(99);
    const next = new Request(bodies).send(2);
    expect([waiting.isCut, large.isCut, next.isCut]).toEqual([false, true, false]);
  });
});
