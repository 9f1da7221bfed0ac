import { parseAlarms, type ActiveAlarm } from './alarms';
import { isObject, parseJson, type JsonObject } from './values/record';

/** One WebSocket message of a device. */
export type Message =
  /** Proof that the session is alive and authorised. */
  | { readonly kind: 'permissions'; readonly msgType: string }
  | { readonly kind: 'heartbeat'; readonly msgType: string }
  /** Each status is a JSON document in a string; `complete` says that there are no others. */
  | {
      readonly kind: 'statuses';
      readonly msgType: string;
      readonly complete: boolean;
      readonly statuses: readonly unknown[];
    }
  /** Everything that is raised now. */
  | { readonly kind: 'alarms'; readonly msgType: string; readonly alarms: readonly ActiveAlarm[] }
  /** The answer to a discovery request. */
  | { readonly kind: 'objects'; readonly msgType: string; readonly configurations: readonly unknown[] }
  | { readonly kind: 'ignored'; readonly msgType: string }
  | { readonly kind: 'other'; readonly msgType: string };

type Reader = (msgType: string, envelope: JsonObject) => Message | undefined;

const permissions: Reader = (msgType) => ({ kind: 'permissions', msgType });
const ignored: Reader = (msgType) => ({ kind: 'ignored', msgType });

const statuses =
  (complete: boolean): Reader =>
  (msgType, envelope) =>
    Array.isArray(envelope.statuses) ? { kind: 'statuses', msgType, complete, statuses: envelope.statuses } : undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['permissionsMsg', permissions],
  ['permissionMessage', permissions],
  ['fmmStatus', (msgType) => ({ kind: 'heartbeat', msgType })],
  ['allStatuses', statuses(true)],
  ['statusState', statuses(false)],
  [
    'activeAlarmStatus',
    (msgType, { activeAlarms }) =>
      Array.isArray(activeAlarms) ? { kind: 'alarms', msgType, alarms: parseAlarms(activeAlarms) } : undefined,
  ],
  [
    'allObjects',
    (msgType, { configurations }) =>
      Array.isArray(configurations) ? { kind: 'objects', msgType, configurations } : undefined,
  ],
  ['logState', ignored],
  ['logsState', ignored],
]);

/** The message types that devices are known to send. */
export const MESSAGE_TYPES: readonly string[] = [...READERS.keys()];

/** Reads a message; undefined where it is not JSON, has no `msgType`, or lacks what its type must carry. Never throws. */
export function parseMessage(text: string): Message | undefined {
  const envelope = parseJson(text);
  if (!isObject(envelope) || typeof envelope.msgType !== 'string') return undefined;
  const read = READERS.get(envelope.msgType);
  return read === undefined ? { kind: 'other', msgType: envelope.msgType } : read(envelope.msgType, envelope);
}
