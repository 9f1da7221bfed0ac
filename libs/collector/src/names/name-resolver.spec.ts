import { createServer, type AddressInfo } from 'node:net';
import { dial, dialled } from '../device/sockets';
import { ManualClock } from '../testing/manual-clock';
import type { NameLookup } from './dns-client';
import { NameResolver } from './name-resolver';

/** A name server that answers when it is told to. */
class NameServer {
  readonly asked: string[] = [];
  private readonly answers = new Map<string, Parameters<NameLookup>[1][]>();

  readonly lookup: NameLookup = (name, answer) => {
    this.asked.push(name);
    this.answers.set(name, [...(this.answers.get(name) ?? []), answer]);
  };

  answer(name: string, address = '10.0.0.1'): void {
    this.take(name)?.(null, [{ address, family: 4 }]);
  }

  refuse(name: string): void {
    this.take(name)?.(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []);
  }

  private take(name: string): Parameters<NameLookup>[1] | undefined {
    return this.answers.get(name)?.shift();
  }
}

let clock: ManualClock;
let system: NameServer;
let direct: NameServer;
let resolver: NameResolver;

beforeEach(() => {
  clock = new ManualClock();
  [system, direct] = [new NameServer(), new NameServer()];
  const hosts = {
    addressesOf: (name: string) => (name === 'localhost' ? [{ address: '127.0.0.1', family: 4 }] : undefined),
  };
  resolver = new NameResolver({ clock, hosts, system: system.lookup, direct: direct.lookup });
});

/** What an asker has heard; null while it waits. */
function ask(name: string, asker: 'people' | 'sessions' = 'sessions') {
  const heard: { said: string | null; cancel: () => void } = { said: null, cancel: () => undefined };
  heard.cancel = resolver.resolve(
    name,
    asker,
    (error, [first]) => (heard.said = error?.message ?? first?.address ?? ''),
  );
  return heard;
}

const dead = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `dead-${from + at}`);
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('resolving host names', () => {
  it('asks the system for two at a time, so that a dead name server does not take all threads', () => {
    for (const name of ['a', 'b', 'c']) ask(name);
    expect(system.asked).toEqual(['a', 'b']);
    system.refuse('a');
    expect(system.asked).toEqual(['a', 'b', 'c']);
  });

  it('asks once for a name that is asked for again meanwhile, and answers everybody', () => {
    const askers = Array.from({ length: 5 }, () => ask('a'));
    system.answer('a');
    expect([system.asked, askers.map(({ said }) => said)]).toEqual([['a'], Array(5).fill('10.0.0.1')]);
  });

  it('remembers an answer for some seconds, and no refusal', async () => {
    ask('a');
    system.answer('a');
    const again = ask('A');
    await tick();
    expect([again.said, system.asked]).toEqual(['10.0.0.1', ['a']]);
    clock.advance(5_000);
    ask('a');
    system.refuse('a');
    ask('a');
    expect(system.asked).toEqual(['a', 'a', 'a']);
  });

  it('answers addresses and names of this machine at once, whatever hangs', async () => {
    for (const name of dead(100)) ask(name);
    const askers = ['10.0.0.7', '::1', 'localhost', 'LOCALHOST'].map((name) => ask(name));
    await tick();
    expect(askers.map(({ said }) => said)).toEqual(['10.0.0.7', '::1', '127.0.0.1', '127.0.0.1']);
  });

  it('resolves other names while a hundred hang', () => {
    for (const name of dead(100)) ask(name);
    const other = ask('other');
    clock.advance(500);
    expect(system.asked).not.toContain('other');
    direct.answer('other');
    expect(other.said).toBe('10.0.0.1');
  });

  it('lets people go first', () => {
    for (const name of ['a', 'b', 'c', 'd']) ask(name);
    ask('mine', 'people');
    system.refuse('a');
    expect(system.asked).toEqual(['a', 'b', 'mine']);
  });

  it('forgets those that wait no longer', () => {
    const askers = dead(100).map((name) => ask(name));
    for (const { cancel } of askers) cancel();
    expect([resolver.pending, clock.pending]).toEqual([0, 0]);
    ask('other');
    system.refuse('dead-0');
    expect(system.asked).toEqual(['dead-0', 'dead-1', 'other']);
    expect(askers.every(({ said }) => said === null)).toBe(true);
  });

  it('does not mind those that leave after their answer', () => {
    const first = ask('a');
    system.refuse('a');
    const second = ask('a');
    first.cancel();
    system.answer('a');
    expect(second.said).toBe('10.0.0.1');
  });

  it('asks the system for a name no second time while the first still hangs, but hears its answer', () => {
    ask('a').cancel();
    const again = ask('a');
    expect(system.asked).toEqual(['a']);
    system.answer('a');
    expect(again.said).toBe('10.0.0.1');
  });

  it('gives names that were not answered before one of the two places only', () => {
    for (const name of ['x', 'y']) ask(name).cancel();
    for (const name of ['x', 'y']) system.refuse(name);
    for (const name of ['x', 'y', 'other']) ask(name);
    expect(system.asked).toEqual(['x', 'y', 'x', 'other']);
  });

  it('gives new names a place among direct queries, however many names are never answered', () => {
    for (let round = 0; round < 3; round++) {
      const askers = dead(1_000).map((name) => ask(name));
      clock.advance(3_000);
      for (const { cancel } of askers) cancel();
    }
    // As queries end by themselves.
    for (const name of [...direct.asked]) direct.refuse(name);
    for (const name of dead(1_000)) ask(name);
    clock.advance(500);
    const asked = direct.asked.length;
    const other = ask('other');
    clock.advance(500);
    expect(direct.asked.length).toBe(asked + 1);
    direct.answer('other');
    expect(other.said).toBe('10.0.0.1');
  });

  it('waits for the system where the name servers do not know a name', () => {
    const asker = ask('printer.local');
    clock.advance(500);
    direct.refuse('printer.local');
    expect(asker.said).toBeNull();
    system.answer('printer.local', '10.0.0.9');
    expect(asker.said).toBe('10.0.0.9');
  });

  it('is what connections do', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = await dialled(dial({ host: 'localhost', port, isSecure: false }));
    expect(socket.remotePort).toBe(port);
    socket.destroy();
    server.close();
  });
});
