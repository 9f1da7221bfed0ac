import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DnsClient } from './dns-client';

let server: Socket;
let client: DnsClient;

beforeAll(async () => {
  server = createSocket('udp4').bind(0, '127.0.0.1');
  await once(server, 'listening');
  server.on('message', (query, { port, address }) => {
    const answer = answerTo(query);
    if (answer !== undefined) server.send(answer, port, address);
  });
  client = new DnsClient([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
});

afterAll(() => server.close());

const lookup = (name: string) =>
  new Promise((resolve) => client.lookup(name, (error, addresses) => resolve(error === null ? addresses : error)));

/** 10.0.0.7 for the name that begins with `good`, nothing for `dead`, and that it is not there for all else. */
function answerTo(query: Buffer): Buffer | undefined {
  const name = query.subarray(13, 13 + (query[12] ?? 0)).toString();
  if (name === 'dead') return undefined;
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const isFound = name === 'good' && question.readUInt16BE(question.length - 4) === 1;
  const header = Buffer.from([0, 0, 0x81, name === 'good' ? 0x80 : 0x83, 0, 1, 0, isFound ? 1 : 0, 0, 0, 0, 0]);
  query.copy(header, 0, 0, 2);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 0, 7]);
  return Buffer.concat([header, question, ...(isFound ? [record] : [])]);
}

it('finds an address without the threads of this process', async () => {
  expect(await lookup('good.example')).toEqual([{ address: '10.0.0.7', family: 4 }]);
});

it('says that a name is not there', async () => {
  expect(await lookup('bad.example')).toMatchObject({ code: 'ENOTFOUND' });
});

it('says so of what is no name', async () => {
  expect(await lookup(`${'x'.repeat(300)}.example`)).toHaveProperty('code');
});

it('gives up a server that does not answer, by itself', async () => {
  expect(await lookup('dead.example')).toMatchObject({ code: 'ETIMEOUT' });
});
