import type { WebSocket } from 'ws';
import { define, number } from './definition';
import type { Fault } from './fault';
import type { FaultTarget } from './fault-target';

const TIMES = { times: number(1, 1, 1_000_000) };

const NOT_JSON = ['{"msgType":"statusState","statuses":[', 'statusState', '', '{"msgType":"statusState",}', '\u0000'];

const WRONG_TYPES = [
  '{"msgType":42,"statuses":[]}',
  '{"msgType":null}',
  '{"statuses":[]}',
  '{"msgType":"statusState"}',
  '{"msgType":"statusState","statuses":"none"}',
  '{"msgType":"statusState","statuses":{"0":"{}"}}',
  '{"msgType":"statusState","statuses":[1,null,true,[],{}]}',
  '{"msgType":"activeAlarmStatus","activeAlarms":"many"}',
  '{"msgType":"activeAlarmStatus","activeAlarms":[null,7,{"id":{}}]}',
  '[]',
  'null',
  '42',
  '"text"',
];

/** Sends something to every client, at once and with the next updates, beside what the device has to say. */
function repeated({ links }: FaultTarget, times: number, send: (socket: WebSocket) => void): Fault {
  let left = times;
  const sendAll = (): void => {
    if (left-- > 0) for (const { socket } of links()) send(socket);
  };
  return { begin: sendAll, onUpdate: sendAll };
}

/** Messages that are not what they should be. */
export const MESSAGE_FAULTS = [
  define({
    kind: 'invalid-json',
    summary: 'Also sends messages that are not JSON.',
    options: TIMES,
    make: (target, { times }) => repeated(target, times, (socket) => NOT_JSON.forEach((text) => socket.send(text))),
  }),
  define({
    kind: 'wrong-types',
    summary: 'Also sends messages whose fields have wrong types.',
    options: TIMES,
    make: (target, { times }) => repeated(target, times, (socket) => WRONG_TYPES.forEach((text) => socket.send(text))),
  }),
  define({
    kind: 'binary',
    summary: 'Also sends binary messages.',
    options: TIMES,
    make: (target, { times }) =>
      repeated(target, times, (socket) =>
        socket.send(Buffer.from('{"msgType":"statusState","statuses":[]}'), { binary: true }),
      ),
  }),
  define({
    kind: 'invalid-utf8',
    summary: 'Also sends text messages that are not UTF-8.',
    options: TIMES,
    make: (target, { times }) =>
      repeated(target, times, (socket) =>
        socket.send(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), { binary: false }),
      ),
  }),
  define({
    kind: 'bad-status',
    summary: 'Puts a text that is not JSON among the statuses of every message.',
    options: {},
    make: () => ({
      onStatuses: (fragments) => [
        ...fragments.slice(0, 1),
        JSON.stringify('{"type":"ptp","object_ID":"ptp","ptpStatus":{'),
        ...fragments.slice(1),
      ],
    }),
  }),
  define({
    kind: 'unknown-things',
    summary: 'Sends unknown message types, object types and fields.',
    options: {},
    make: (target) => ({
      ...repeated(target, 1, (socket) => socket.send('{"msgType":"holographicStatus","holograms":[{"id":1}]}')),
      onStatus: (_, status) => ({ ...status, futureField: { depth: [1, 2, 3], text: 'N/A' } }),
      onStatuses: (fragments) => [
        ...fragments,
        JSON.stringify('{"type":"holographicRx","object_ID":"holographicRx","rows":[{"idx":1,"depth":"3 m"}]}'),
      ],
    }),
  }),
] as const;
