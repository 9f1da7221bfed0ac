import { counter, flag, MESSAGE_TYPES, number, OBJECT_TYPES } from '@snp/protocol';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { fields, type Place } from '../table/place';
import { states, value } from '../table/reading';
import { SESSION, SOURCES } from './sources';

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
    help: 'State of the session; `error` means that a person must act.',
    source: 'the session',
    read: states(SESSION, 'state', STATES, (raw) => (KNOWN_STATES.has(raw) ? String(raw) : 'other')),
  },
  {
    name: 'ic_snp_session_last_message_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'When the last message of any kind came; stays when the session is lost.',
    source: 'the session',
    read: value(SESSION, 'lastMessageAt', epochSeconds),
  },
  {
    name: 'ic_snp_session_connected_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Since when the session is connected; absent when it is not.',
    source: 'the session',
    read: value(SESSION, 'connectedAt', epochSeconds),
  },
  {
    name: 'ic_snp_session_connects_total',
    type: 'counter',
    help: 'How often the session has come up.',
    source: 'the session',
    read: value(SESSION, 'connects', counter),
  },
  {
    name: 'ic_snp_session_disconnects_total',
    type: 'counter',
    labels: ['reason'],
    help: 'How often the session was lost or could not be set up, by reason.',
    source: 'the session',
    read: value(fields(SOURCES.session, 'disconnects', { reason: KEY }), '', counter),
  },
  {
    name: 'ic_snp_session_messages_total',
    type: 'counter',
    labels: ['type'],
    help: 'Messages received by their type; those of unknown types together as `other`.',
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
    help: 'Messages and statuses that could not be read, by object type; unknown ones together as `other`.',
    source: 'the session',
    read: value(DECODE_ERRORS, '', counter),
  },
  {
    name: 'ic_snp_session_dropped_series_total',
    type: 'counter',
    help: 'Series refused because the device has too many series or too many alarms.',
    source: 'the session',
    read: value(SESSION, 'droppedSeries', counter),
  },
  {
    name: 'ic_snp_poll_success',
    type: 'gauge',
    labels: ['endpoint'],
    help: 'Whether the last poll over REST succeeded; absent for what the device does not have.',
    source: 'the session',
    read: value(POLLS, 'success', flag),
  },
  {
    name: 'ic_snp_poll_duration_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['endpoint'],
    help: 'How long the last poll over REST took.',
    source: 'the session',
    read: value(POLLS, 'durationSeconds', number),
  },
  {
    name: 'ic_snp_certificate_expiry_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'When the TLS certificate of the device expires.',
    source: 'the session',
    read: value(SESSION, 'certificateExpiresAt', epochSeconds),
  },
]);
