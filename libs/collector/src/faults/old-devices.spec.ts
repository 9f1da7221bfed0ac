import { startFleet, type Fleet } from '@snp/simulator';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { agentOver, login } from '../device/device-client';
import { DeviceSocket } from '../device/device-socket';
import type { Failure } from '../failures/failure';
import { Patience } from '../device/patience';
import { openTcp } from '../device/sockets';
import { Bench, connectionTo } from '../testing/bench';
import { until } from '../testing/until';

/** What a device says to one request, before it hangs up or keeps the connection. */
type Answer = (request: string, socket: Socket) => void;

let server: Server;
let answer: Answer = () => undefined;
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', (request) => answer(request.toString(), socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  sockets.forEach((socket) => socket.destroy());
  return new Promise((resolve) => server.close(resolve));
});

const endpoint = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, isSecure: false });
const never = (): AbortSignal => new AbortController().signal;

async function logIn(): Promise<string> {
  const { host, port } = endpoint();
  const credentials = { restapi: `http://${host}:${port}/api/auth`, username: 'admin', password: 'admin' };
  const socket = await openTcp(endpoint(), never());
  const agent = agentOver(false, () => Promise.resolve(socket));
  return login(credentials, agent, never()).finally(() => socket.destroy());
}

/** `open` and the first message, or why it was not opened. */
async function upgrade(): Promise<string> {
  const { host, port } = endpoint();
  const connection = await openTcp(endpoint(), never());
  return new Promise<string>((resolve) => {
    const failed = ({ code, reason, retry }: Failure): void => resolve(`${code} ${retry}: ${reason}`);
    const socket = new DeviceSocket(`ws://${host}:${port}/smm`, connection, 10, {
      opened: () => undefined,
      message: (data) => {
        resolve(`open, ${data.toString()}`);
        socket.terminate();
      },
      closed: (_code, failure) => failed(failure),
      failed,
    });
  });
}

/** In two pieces, so that the parser has to stop in the middle. */
async function inTwo(socket: Socket, bytes: Buffer, at: number): Promise<void> {
  socket.write(bytes.subarray(0, at));
  await new Promise((resolve) => setImmediate(resolve));
  socket.write(bytes.subarray(at));
}

const TOKEN = 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.sig';
const LOGIN = ['HTTP/1.1 200 OK', 'Content-Type: text/plain', `Content-Length: ${TOKEN.length}`, '', TOKEN];
const FRAME = Buffer.from([0x81, 2, 0x7b, 0x7d]);

const acceptKey = (request: string): string => {
  const key = /sec-websocket-key: (.*)\r/i.exec(request)?.[1] ?? '';
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
};
const SWITCH = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
const switching = (request: string): string[] => [...SWITCH, `Sec-WebSocket-Accept: ${acceptKey(request)}`];

describe('a device that ends the lines of its answers with a line feed alone', () => {
  const bytes = Buffer.from(LOGIN.join('\n'));

  it('logs in, wherever its answer is cut in two', async () => {
    for (let at = 1; at < bytes.length; at++) {
      answer = (_request, socket) => void inTwo(socket, bytes, at);
      expect(await logIn()).toBe(TOKEN);
    }
  });

  it.each([
    ['mixed with others', 'HTTP/1.1 200 OK\r\nContent-Length: 8\nServer: old\r\n\nBearer x'],
    ['in an answer that ends with the connection', 'HTTP/1.0 200 OK\nServer: old\n\nBearer x'],
  ])('logs in when they are %s', async (_what, text) => {
    answer = (_request, socket) => socket.end(text);
    expect(await logIn()).toBe('Bearer x');
  });

  it('opens its WebSocket, wherever its answer is cut in two', async () => {
    const length = switching('').join('\n').length + 2;
    for (let at = 1; at <= length; at++) {
      answer = (request, socket) => {
        const head = Buffer.from(`${switching(request).join('\n')}\n\n`);
        void inTwo(socket, Buffer.concat([head, FRAME]), at);
      };
      expect(await upgrade()).toBe('open, {}');
    }
  });

  it('is still refused when its headers have no end', async () => {
    answer = (_request, socket) => socket.write(`HTTP/1.1 200 OK\nX: ${'x'.repeat(100_000)}`);
    await expect(logIn()).rejects.toMatchObject({ code: 'HPE_HEADER_OVERFLOW' });
  });
});

describe('a WebSocket that is opened wrongly', () => {
  const without = (name: string) => (request: string) => switching(request).filter((line) => !line.startsWith(name));
  const plus = (line: string) => (request: string) => [...switching(request), line];

  it.each<[string, (request: string) => string[], string]>([
    [
      'a wrong accept key',
      () => [...SWITCH, 'Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
      'answered with a wrong Sec-WebSocket-Accept: is there a proxy in between?',
    ],
    ['no accept key', () => SWITCH, 'answered with 101, but without the header "Sec-WebSocket-Accept"'],
    [
      'a subprotocol',
      plus('Sec-WebSocket-Protocol: chat'),
      'answered with the subprotocol "chat", which was not requested',
    ],
    [
      'an extension',
      plus('Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover'),
      'answered with the extension "permessage-deflate; server_no_context_ta", which was not requested',
    ],
    ['no Upgrade', without('Upgrade'), 'answered with 101, but without the header "Upgrade: websocket"'],
    ['no Connection', without('Connection'), 'answered with 101, but without the header "Connection: Upgrade"'],
    [
      'another protocol',
      (request) => [SWITCH[0] ?? '', 'Upgrade: h2c', ...switching(request).slice(2)],
      'answered with 101 for "h2c" instead of "websocket"',
    ],
    [
      '200',
      () => ['HTTP/1.1 200 OK', 'Content-Length: 0'],
      'answered with 200 instead of 101: check the WebSocket address',
    ],
    [
      'a redirect',
      () => ['HTTP/1.1 307 Elsewhere', 'Location: /elsewhere', 'Content-Length: 0'],
      'redirected (307), which is not followed: check the WebSocket address',
    ],
  ])('says so: %s', async (_what, lines, reason) => {
    answer = (request, socket) => socket.write([...lines(request), '', ''].join('\r\n'));
    expect(await upgrade()).toBe(`upgrade slowly: WebSocket upgrade ${reason}`);
  });

  it.each([
    [
      'HTTP',
      'SSH-2.0-OpenSSH_8.9\r\n',
      'bad_message soon: WebSocket address does not speak HTTP (HPE_INVALID_CONSTANT)',
    ],
    ['an answer', '', 'closed soon: WebSocket address closed the connection'],
  ])('says so: it is not even %s', async (_what, text, reason) => {
    answer = (_request, socket) => socket.end(text);
    expect(await upgrade()).toBe(reason);
  });
});

const WAY_OUT = 'update the device, or set LEGACY_TLS=true and select legacy TLS for this connection';

describe.each(['TLSv1', 'TLSv1.1'] as const)('a device that speaks %s only', (tlsVersion) => {
  const bench = new Bench();
  let fleet: Fleet;

  beforeAll(async () => {
    fleet = await startFleet({ devices: 2, tlsVersion });
  });

  afterAll(async () => {
    await bench.stop();
    await fleet.close();
  });

  it('is in error, with a reason that says so and what helps', async () => {
    const session = bench.start(connectionTo(fleet.devices[0]!));
    await until(() => session.state === 'error', 'error');
    expect(session.reason).toBe(`REST address offers only TLS 1.0 or 1.1, which is not secure: ${WAY_OUT}`);
    expect(session.code).toBe('tls');
  });

  it('is connected to and polled with legacy TLS', async () => {
    const connection = connectionTo(fleet.devices[1]!, { legacyTls: true });
    await bench.connect(connection);
    const { reader, timing } = bench.dependencies;
    const polls = reader(connection, 'polling', new Patience(timing));
    await polls.open();
    expect(await polls.read('console/status', await polls.login())).toMatchObject({ status: 200 });
    polls.close();
  });
});

/** The first message of a TLS 1.2 server that has never heard of secure renegotiation. */
function helloWithoutRenegotiation(): Buffer {
  const body = Buffer.concat([Buffer.from([3, 3]), randomBytes(32), Buffer.from([0, 0xc0, 0x2f, 0])]);
  return Buffer.concat([Buffer.from([0x16, 3, 3, 0, body.length + 4, 2, 0, 0, body.length]), body]);
}

describe('a device without secure renegotiation (RFC 5746)', () => {
  const bench = new Bench();
  const target = () => {
    const at = `127.0.0.1:${endpoint().port}`;
    return { name: `SNP-${at}`, restapi: `https://${at}/api/`, websocket: `wss://${at}/smm` };
  };
  afterAll(() => bench.stop());

  it('is in error, with a reason that says so and what helps', async () => {
    answer = (_request, socket) => socket.write(helloWithoutRenegotiation());
    const session = bench.start(connectionTo(target()));
    await until(() => session.state === 'error', 'error');
    expect(session.reason).toBe(`REST address does not support secure TLS renegotiation (RFC 5746): ${WAY_OUT}`);
  });

  it('gets further with legacy TLS', async () => {
    answer = (_request, socket) => socket.end(helloWithoutRenegotiation());
    const session = bench.start(connectionTo({ ...target(), name: 'legacy' }, { legacyTls: true }));
    await until(() => session.state !== 'connecting', 'the end of the connection');
    expect([session.state, session.reason]).toEqual(['disconnected', 'REST address closed the connection']);
  });
});
