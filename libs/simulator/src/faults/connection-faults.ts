import type { Duplex } from 'node:stream';
import { define, number, oneOf } from './definition';
import type { Exchange } from './fault';

/** The first bytes of a TLS handshake record, and never the rest. */
const TLS_RECORD_START = Buffer.from([0x16, 0x03, 0x03]);
const HEADER_START = 'HTTP/1.1 200 OK\r\nX-Padding: ';

type HttpStep = 'auth' | 'upgrade' | 'rest';

function isAt(step: HttpStep, { place }: Exchange): boolean {
  return step === 'rest' ? place !== 'auth' && place !== 'upgrade' : place === step;
}

/** Changes the headers of the next answer. */
function withBareLineFeeds(socket: Duplex): void {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  socket.write = (data: unknown, ...rest: unknown[]): boolean => {
    socket.write = write as typeof socket.write;
    const text = Buffer.isBuffer(data) ? data.toString('latin1') : String(data);
    const end = text.indexOf('\r\n\r\n') + 4;
    return write(text.slice(0, end).replaceAll('\r\n', '\n') + text.slice(end), ...rest);
  };
}

/** Faults of the network side of a device: TCP, TLS, HTTP. */
export const CONNECTION_FAULTS = [
  define({
    kind: 'refuse',
    summary: 'Refuses new connections; open ones stay.',
    options: {},
    make: ({ listener }) => ({ begin: () => listener.stopListening(), end: () => listener.listenAgain() }),
  }),
  define({
    kind: 'reset-connections',
    summary: 'Accepts a connection and resets it at once.',
    options: {},
    make: () => ({
      onConnection(socket) {
        socket.resetAndDestroy();
        return true;
      },
    }),
  }),
  define({
    kind: 'silence',
    summary: 'Accepts, then sends nothing: after TCP, in the middle of the TLS handshake, or to one kind of request.',
    options: { at: oneOf('tcp', 'tls', 'auth', 'upgrade', 'rest') },
    make: (_, { at }) => {
      if (at !== 'tcp' && at !== 'tls') return { onRequest: (exchange) => isAt(at, exchange) };
      return {
        onConnection(socket) {
          if (at === 'tls') socket.write(TLS_RECORD_START);
          socket.resume();
          return true;
        },
      };
    },
  }),
  define({
    kind: 'drip',
    summary: 'Answers one kind of request with headers that arrive one byte at a time and never end.',
    options: { at: oneOf('auth', 'upgrade', 'rest'), every_ms: number(100, 1, 60_000) },
    make: ({ context: { clock } }, { at, every_ms }) => {
      const running = new Set<() => void>();
      const drip = ({ socket }: Exchange): void => {
        let sent = 0;
        const cancel = clock.every(every_ms, () => socket.write(HEADER_START[sent++] ?? 'x'));
        running.add(cancel);
        socket.once('close', () => {
          cancel();
          running.delete(cancel);
        });
      };
      return {
        onRequest(exchange) {
          if (!isAt(at, exchange)) return false;
          drip(exchange);
          return true;
        },
        end: () => running.forEach((cancel) => cancel()),
      };
    },
  }),
  define({
    kind: 'slow',
    summary: 'Delays every login or every TLS handshake, then goes on as usual.',
    options: { at: oneOf('auth', 'tls'), ms: number(9_500, 1, 60_000) },
    make: ({ context: { clock, credentials, tokens } }, { at, ms }) => {
      if (at === 'tls') return { tlsDelayMs: ms };
      return {
        onRequest({ place, request, response }) {
          if (place !== 'auth' || !response) return false;
          request.resume();
          const cancel = clock.after(ms, () => response.end(tokens.issue(credentials.user, clock.now())));
          response.once('close', cancel);
          return true;
        },
      };
    },
  }),
  define({
    kind: 'bare-lf',
    summary: 'Ends the lines of its HTTP headers with a line feed alone.',
    options: {},
    make: () => ({
      onRequest({ socket }) {
        withBareLineFeeds(socket);
        return false;
      },
    }),
  }),
  define({
    kind: 'rest-error',
    summary: 'Answers configuration, console and status requests with an error; authentication works.',
    options: { status: number(500, 400, 599) },
    make: (_, { status }) => ({
      onRequest(exchange) {
        if (!isAt('rest', exchange)) return false;
        exchange.response?.writeHead(status, { 'Content-Type': 'text/plain' }).end(`Error ${status}`);
        return true;
      },
    }),
  }),
  define({
    kind: 'no-console',
    summary: 'Has no console status (404), like devices that are managed by another system.',
    options: {},
    make: () => ({
      onRequest({ place, response }) {
        if (place !== 'console') return false;
        response?.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not Found');
        return true;
      },
    }),
  }),
] as const;
