import { handshakeGate, type HandshakeGate, type Lane } from './handshake-gate';

function ask(gate: HandshakeGate, lane: Lane, count: number) {
  return Array.from({ length: count }, () => {
    const visitor = { isInside: false, leave: () => {} };
    visitor.leave = gate.ask(lane, () => (visitor.isInside = true));
    return visitor;
  });
}

const inside = (visitors: { isInside: boolean }[]) => visitors.filter(({ isInside }) => isInside).length;

describe('the gate', () => {
  it('admits as many as there are places, and the next one whenever somebody leaves', () => {
    const visitors = ask(handshakeGate(3), 'healthy', 5);
    expect(inside(visitors)).toBe(3);
    visitors[0]?.leave();
    visitors[0]?.leave();
    expect(visitors.map(({ isInside }) => isInside)).toEqual([true, true, true, true, false]);
  });

  it('gives suspects a few places only, even when all are free', () => {
    expect(inside(ask(handshakeGate(20), 'suspect', 70))).toBe(5);
  });

  it('lets the healthy past any number of suspects', () => {
    const gate = handshakeGate(20);
    const suspects = ask(gate, 'suspect', 70);
    const healthy = ask(gate, 'healthy', 15);
    expect(inside(healthy)).toBe(15);
    const late = ask(gate, 'healthy', 1);
    suspects[0]?.leave();
    expect([inside(late), inside(suspects)]).toEqual([1, 5]);
  });

  it('lets polls of running sessions past those that are still to be connected, a few at a time', () => {
    const gate = handshakeGate(20);
    const healthy = ask(gate, 'healthy', 100);
    const polls = ask(gate, 'polling', 10);
    for (const visitor of healthy.slice(0, 8)) visitor.leave();
    expect([inside(polls), inside(healthy)]).toEqual([2, 26]);
  });

  it('knows how many wait, in each lane', () => {
    const gate = handshakeGate(20);
    ask(gate, 'suspect', 70);
    ask(gate, 'healthy', 25);
    expect([gate.queued('suspect'), gate.queued('healthy'), gate.queued()]).toEqual([65, 10, 75]);
  });

  it('forgets those that leave while they wait', () => {
    const gate = handshakeGate(1);
    const [first, second, third] = ask(gate, 'healthy', 3);
    second?.leave();
    first?.leave();
    expect([second?.isInside, third?.isInside, gate.queued(), gate.occupied]).toEqual([false, true, 0, 1]);
  });

  it('survives visitors that leave on entering', () => {
    const gate = handshakeGate(1);
    const [first] = ask(gate, 'healthy', 1);
    let entered = 0;
    for (let i = 0; i < 1000; i++) {
      const leave = gate.ask('healthy', () => {
        entered++;
        queueMicrotask(() => leave());
      });
    }
    first?.leave();
    return new Promise<void>((resolve) =>
      setImmediate(() => {
        expect([entered, gate.occupied]).toEqual([1000, 0]);
        resolve();
      }),
    );
  });
});
