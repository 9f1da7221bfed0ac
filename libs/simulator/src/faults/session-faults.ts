import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { closeCode, define, number, oneOf, word } from './definition';

const UNAUTHORISED = 1008;
/** What a client sees as 1006: the connection ends without a close frame. */
const ABNORMAL = 1006;
const STATUS_MESSAGES: ReadonlySet<string> = new Set(['allStatuses', 'statusState']);

const UPGRADE = 'Upgrade: websocket';
const CONNECTION = 'Connection: Upgrade';

const BAD_UPGRADES = {
  'wrong-accept': () => [UPGRADE, CONNECTION, 'Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  extension: (accept: string) => [UPGRADE, CONNECTION, accept, 'Sec-WebSocket-Extensions: permessage-deflate'],
  subprotocol: (accept: string) => [UPGRADE, CONNECTION, accept, 'Sec-WebSocket-Protocol: chat'],
  'no-upgrade': (accept: string) => [CONNECTION, accept],
  'no-connection': (accept: string) => [UPGRADE, accept],
} satisfies Record<string, (accept: string) => string[]>;

function acceptOf({ headers }: IncomingMessage): string {
  const key = headers['sec-websocket-key'] ?? '';
  const hash = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  return `Sec-WebSocket-Accept: ${hash}`;
}

/** Faults of the session on the WebSocket. */
export const SESSION_FAULTS = [
  define({
    kind: 'expire-tokens',
    summary: 'Forgets every token and closes the sessions with 1008; fresh tokens are accepted.',
    options: {},
    make: ({ context, links }) => ({
      begin() {
        context.tokens.revokeAll();
        for (const { socket } of links()) socket.close(UNAUTHORISED, 'Token expired');
      },
    }),
  }),
  define({
    kind: 'refuse-tokens',
    summary: 'Issues tokens, and closes every session that uses one with 1008.',
    options: {},
    make: () => ({ onToken: () => false }),
  }),
  define({
    kind: 'refuse-upgrade',
    summary: 'Answers the upgrade to a WebSocket with an HTTP status.',
    options: { status: number(503, 200, 599) },
    make: (_, { status }) => ({
      onRequest({ place, socket }) {
        if (place !== 'upgrade') return false;
        socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return true;
      },
    }),
  }),
  define({
    kind: 'bad-upgrade',
    summary: 'Answers the upgrade to a WebSocket with 101 and faulty headers.',
    options: { answer: oneOf('wrong-accept', 'extension', 'subprotocol', 'no-upgrade', 'no-connection') },
    make: (_, { answer }) => ({
      onRequest({ place, request, socket }) {
        if (place !== 'upgrade') return false;
        const lines = BAD_UPGRADES[answer](acceptOf(request));
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
        return true;
      },
    }),
  }),
  define({
    kind: 'close',
    summary: 'Closes the sessions that are open; 1006 ends the connection without a close frame.',
    options: { code: closeCode(1001), reason: word('') },
    make: ({ listener, links }, { code, reason }) => ({
      begin() {
        if (code === ABNORMAL) listener.destroyAll();
        else for (const { socket } of links()) socket.close(code, reason);
      },
    }),
  }),
  define({
    kind: 'reset',
    summary: 'Resets every open connection (RST).',
    options: {},
    make: ({ listener }) => ({ begin: () => listener.resetAll() }),
  }),
  define({
    kind: 'half-open',
    summary: 'Hangs: reads nothing, sends nothing, closes nothing.',
    options: {},
    make: ({ links, resendAll }) => {
      const unanswered = new Set<Socket>();
      return {
        begin() {
          for (const { socket } of links()) socket.pause();
        },
        end() {
          for (const socket of unanswered) socket.destroy();
          for (const { socket } of links()) socket.resume();
          resendAll();
        },
        onConnection(socket) {
          unanswered.add(socket);
          socket.once('close', () => unanswered.delete(socket));
          return true;
        },
        onRequest: () => true,
        onMessage: () => undefined,
      };
    },
  }),
  define({
    kind: 'no-messages',
    summary: 'Sends no messages, but answers pings.',
    options: {},
    make: ({ resendAll }) => ({ onMessage: () => undefined, end: resendAll }),
  }),
  define({
    kind: 'split-picture',
    summary: 'Sends the full picture after a subscription in two messages.',
    options: { after_ms: number(1_000, 1, 60_000) },
    make: ({ context: { clock }, links }, { after_ms }) => ({
      onMessage({ msgType, text }) {
        if (msgType !== 'allStatuses') return text;
        const { statuses } = JSON.parse(text) as { statuses: string[] };
        const half = Math.ceil(statuses.length / 2);
        const part = (some: string[]): string => JSON.stringify({ msgType, statuses: some });
        clock.after(after_ms, () => {
          for (const { socket } of links()) socket.send(part(statuses.slice(half)));
        });
        return part(statuses.slice(0, half));
      },
    }),
  }),
  define({
    kind: 'no-statuses',
    summary:
      'Sends permissions, heartbeats and alarms, but no status; at most the full picture after subscriptions, or after the first of each session.',
    options: { answers: oneOf('nothing', 'subscriptions', 'first-subscription') },
    make: ({ resendAll }, { answers }) => {
      /** Pictures that new sessions have yet to get. */
      let due = 0;
      const isAnswered = (): boolean => {
        if (answers !== 'first-subscription') return answers === 'subscriptions';
        due--;
        return due >= 0;
      };
      return {
        onToken() {
          due = Math.max(due, 0) + 1;
          return true;
        },
        onMessage({ msgType, text }) {
          if (!STATUS_MESSAGES.has(msgType)) return text;
          return msgType === 'allStatuses' && isAnswered() ? text : undefined;
        },
        end: resendAll,
      };
    },
  }),
] as const;
