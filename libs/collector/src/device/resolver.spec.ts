import type { LookupOptions } from 'node:dns';
import { createServer, type AddressInfo, type LookupFunction } from 'node:net';
import { boundedLookup } from './resolver';
import { openTcp } from './sockets';

type Answer = Parameters<LookupFunction>[2];

/** A name server that answers when it is told to. */
function nameServer() {
  const asked: { name: string; answer: Answer }[] = [];
  const resolve = (name: string, _options: LookupOptions, answer: Answer) => void asked.push({ name, answer });
  return { asked, lookup: boundedLookup(resolve) };
}

describe('resolving host names', () => {
  it('asks for two at a time, so that a dead name server does not take all threads', () => {
    const { asked, lookup } = nameServer();
    for (const name of ['a', 'b', 'c']) lookup(name, {}, () => {});
    expect(asked.map(({ name }) => name)).toEqual(['a', 'b']);
    asked[0]?.answer(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '', 0);
    expect(asked.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('asks once for a name that is asked for again meanwhile, and answers everybody', () => {
    const { asked, lookup } = nameServer();
    const answers: unknown[] = [];
    for (let i = 0; i < 5; i++) lookup('a', {}, (_error, address) => answers.push(address));
    asked[0]?.answer(null, '10.0.0.1', 4);
    expect([asked.length, answers]).toEqual([1, Array(5).fill('10.0.0.1')]);
    lookup('a', {}, () => {});
    expect(asked).toHaveLength(2);
  });

  it('lets addresses pass at once', () => {
    const { asked, lookup } = nameServer();
    for (let i = 0; i < 5; i++) lookup(`10.0.0.${i}`, {}, () => {});
    expect(asked).toHaveLength(5);
  });

  it('is what connections do', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = await openTcp({ host: 'localhost', port, isSecure: false }, new AbortController().signal);
    expect(socket.remotePort).toBe(port);
    socket.destroy();
    server.close();
  });
});
