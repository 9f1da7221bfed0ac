import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOf, SYSTEM_CLOCK } from './clock';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const START = Date.UTC(2026, 10, 29);

describe('the date of a moment', () => {
  let [wall, monotonic] = [START, 5_000];
  const clock = clockOf(
    () => wall,
    () => monotonic,
  );
  const pass = (ms: number): void => {
    wall += ms;
    monotonic += ms;
  };

  it('stays the same while time passes and the clocks drift apart a little', () => {
    expect(clock.dateOf(5_000)).toBe(START);
    pass(60_000);
    wall += 90;
    expect(clock.dateOf(5_000)).toBe(START);
    expect(clock.dateOf(monotonic)).toBe(START + 60_000);
  });

  it.each([-HOUR, HOUR, -10 * YEAR, 10 * YEAR, 5_000, -5_000])('moves by %d ms when the wall clock does', (step) => {
    const before = clock.dateOf(monotonic);
    wall += step;
    expect(Math.abs(clock.dateOf(monotonic) - before - step)).toBeLessThanOrEqual(100);
    expect(clock.dateOf(monotonic)).toBe(wall);
    expect(clock.dateOf(monotonic) - clock.dateOf(monotonic - 10_000)).toBe(10_000);
  });

  it('is a whole number of milliseconds', () => {
    monotonic += 0.3;
    expect(clock.dateOf(monotonic) % 1).toBe(0);
  });
});

describe('a timer of a process that stood still', () => {
  it('runs out after what has come meanwhile was read', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const device = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [socket] = (await once(server, 'connection')) as [Socket];
    const heard: string[] = [];
    device.on('data', () => heard.push('message'));
    const isOver = new Promise<void>((resolve) => {
      SYSTEM_CLOCK.after(20, () => {
        heard.push('timer');
        resolve();
      });
    });
    setImmediate(() => {
      socket.write('a status');
      for (const end = performance.now() + 100; performance.now() < end;);
    });
    await isOver;
    expect(heard).toEqual(['message', 'timer']);
    device.destroy();
    server.close();
  });

  it('can be cancelled until it has run out', async () => {
    const act = jest.fn();
    const cancel = SYSTEM_CLOCK.after(0, act);
    setTimeout(cancel, 1);
    for (const end = performance.now() + 10; performance.now() < end;);
    await pause(20);
    expect(act).not.toHaveBeenCalled();
  });
});
