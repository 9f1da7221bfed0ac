import { counter, flag, MESSAGE_TYPES, number, OBJECT_TYPES } from '@snp/protocol';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { fields, type Place } from '../table/place';
import { states, value } from '../table/readers';
import { SESSION, SOURCES } from '../places/sources';

const POLLS = fields(SOURCES.session, 'polls', { endpoint: KEY });
const MESSAGES = counts('messages', 'type', new Set(MESSAGE_TYPES));
const DECODE_ERRORS = counts('decodeErrors', 'object_type', new Set(OBJECT_TYPES.map(({ type }) => type)));
const STATES = ['connecting', 'connected', 'disconnected', 'error', 'other'];
const KNOWN_STATES: ReadonlySet<unknown> = new Set(STATES);

/** Milliseconds since the epoch, as the exporter counts, in seconds. */
const epochSeconds = (raw: unknown): number | undefined => {
  const at = number(raw);
  return at === undefined ? undefined : at / 1000;
};

/** Counts by name, those of unknown names added up as `other`: what a device sends may not make label values. */
function counts(field: string, label: string, known: ReadonlySet<string>): Place {
  return {
    objects: [SOURCES.session],
    keys: 'name',
    labels: { [label]: KEY },
    select: (view, { body, names }) => {
      const byName = body[field];
      if (!(byName instanceof Map)) return;
      let others: number | undefined;
      for (const [name, count] of byName as ReadonlyMap<string, number>) {
        if (known.has(name)) view.add(names.ordinal(name), count);
        else others = (others ?? 0) + count;
      }
      if (others !== undefined) view.add(names.ordinal('other'), others);
    },
  };
}

/** About the session itself: there for every enabled connection, connected or not. */
export const session = group('session', [
  {
    name: 'ic_snp_up',
    type: 'gauge',
    help: 'Whether the session delivers data.',
    source: 'the session',
    read: value(SESSION, 'isUp', flag),
  },
  {
    name: 'ic_snp_session_state',
    type: 'stateset',
    labels: ['state'],
    help: `State of the session: ${STATES.join(', ')}. error needs action by the user.`,
    source: 'the session',
    read: states(SESSION, 'state', STATES, (raw) => (KNOWN_STATES.has(raw) ? String(raw) : 'other')),
  },
  {
    name: 'ic_snp_session_last_message_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Time of the last message of any type; kept when the session is lost.',
    source: 'the session',
    read: value(SESSION, 'lastMessageAt', epochSeconds),
  },
  {
    name: 'ic_snp_session_last_status_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Time of the last status message; heartbeats do not count; kept when the session is lost.',
    source: 'the session',
    read: value(SESSION, 'lastStatusAt', epochSeconds),
  },
  {
    name: 'ic_snp_session_connected_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Time the session was connected; absent while it is not connected.',
    source: 'the session',
    read: value(SESSION, 'connectedAt', epochSeconds),
  },
  {
    name: 'ic_snp_session_connects_total',
    type: 'counter',
    help: 'Number of times the session was established.',
    source: 'the session',
    read: value(SESSION, 'connects', counter),
  },
  {
    name: 'ic_snp_session_disconnects_total',
    type: 'counter',
    labels: ['reason'],
    help: 'Number of times the session was lost or could not be established, by reason.',
    source: 'the session',
    read: value(fields(SOURCES.session, 'disconnects', { reason: KEY }), '', counter),
  },
  {
    name: 'ic_snp_session_messages_total',
    type: 'counter',
    labels: ['type'],
    help: 'Messages received by type; unknown types as `other`.',
    source: 'the session',
    read: value(MESSAGES, '', counter),
  },
  {
    name: 'ic_snp_session_received_bytes_total',
    type: 'counter',
    unit: 'bytes',
    help: 'Bytes of all messages received.',
    source: 'the session',
    read: value(SESSION, 'receivedBytes', counter),
  },
  {
    name: 'ic_snp_session_decode_errors_total',
    type: 'counter',
    labels: ['object_type'],
    help: 'Messages and statuses that could not be decoded, by object type; unknown types as `other`.',
    source: 'the session',
    read: value(DECODE_ERRORS, '', counter),
  },
  {
    name: 'ic_snp_session_dropped_series_total',
    type: 'counter',
    help: 'Series dropped because the device exceeded the limit for series or for alarms.',
    source: 'the session',
    read: value(SESSION, 'droppedSeries', counter),
  },
  {
    name: 'ic_snp_poll_success',
    type: 'gauge',
    labels: ['endpoint'],
    help: 'Whether the last REST poll succeeded; absent for endpoints that the device does not have.',
    source: 'the session',
    read: value(POLLS, 'success', flag),
  },
  {
    name: 'ic_snp_poll_duration_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['endpoint'],
    help: 'Duration of the last REST poll.',
    source: 'the session',
    read: value(POLLS, 'durationSeconds', number),
  },
  {
    name: 'ic_snp_certificate_expiry_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Expiry time of the TLS certificate of the device.',
    source: 'the session',
    read: value(SESSION, 'certificateExpiresAt', epochSeconds),
  },
]);
