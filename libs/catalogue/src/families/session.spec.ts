import type { SessionView } from '../session-view';
import { named, PretendDevice } from '../testing/pretend-device';

const NEW: SessionView = {
  state: 'connecting',
  isUp: false,
  lastMessageAt: null,
  lastStatusAt: null,
  connectedAt: null,
  connects: 0,
  disconnects: new Map(),
  messages: new Map(),
  receivedBytes: 0,
  decodeErrors: new Map(),
  droppedSeries: 0,
  polls: new Map(),
  certificateExpiresAt: null,
  lastStatusDurationSeconds: null,
};

const read = (group: 'session' | 'legacy', view: Partial<SessionView>) => {
  const device = new PretendDevice([group]);
  device.device.session({ ...NEW, ...view }, device.target);
  return device.series;
};

const states = (one: string): Record<string, number> =>
  Object.fromEntries(
    ['connecting', 'connected', 'disconnected', 'error', 'other'].map((state) => [
      `session_state{state="${state}"}`,
      Number(state === one),
    ]),
  );

const counts = { session_connects_total: 0, session_received_bytes_total: 0, session_dropped_series_total: 0 };

describe('a session', () => {
  it('that has never been connected has its state and its counters', () => {
    expect(read('session', {})).toEqual(named('ic_snp_', { up: 0, ...states('connecting'), ...counts }));
  });

  it('that is connected says since when, and what came', () => {
    const series = read('session', {
      state: 'connected',
      isUp: true,
      lastMessageAt: 1_700_000_000_500,
      lastStatusAt: 1_699_999_998_000,
      connectedAt: 1_699_999_000_000,
      connects: 2,
      disconnects: new Map([['closed', 1]]),
      messages: new Map([
        ['statusState', 7],
        ['fmmStatus', 3],
      ]),
      receivedBytes: 123_456,
      decodeErrors: new Map([['ptp', 1]]),
      droppedSeries: 4,
      polls: new Map([
        ['processor', { success: true, durationSeconds: 0.25 }],
        ['console', { success: false, durationSeconds: 5 }],
      ]),
      certificateExpiresAt: 1_900_000_000_000,
    });
    expect(series).toEqual(
      named('ic_snp_', {
        up: 1,
        ...states('connected'),
        session_last_message_timestamp_seconds: 1_700_000_000.5,
        session_last_status_timestamp_seconds: 1_699_999_998,
        session_connected_timestamp_seconds: 1_699_999_000,
        session_connects_total: 2,
        'session_disconnects_total{reason="closed"}': 1,
        'session_messages_total{type="statusState"}': 7,
        'session_messages_total{type="fmmStatus"}': 3,
        session_received_bytes_total: 123_456,
        'session_decode_errors_total{object_type="ptp"}': 1,
        session_dropped_series_total: 4,
        'poll_success{endpoint="processor"}': 1,
        'poll_success{endpoint="console"}': 0,
        'poll_duration_seconds{endpoint="processor"}': 0.25,
        'poll_duration_seconds{endpoint="console"}': 5,
        certificate_expiry_timestamp_seconds: 1_900_000_000,
      }),
    );
  });

  it('makes no labels of names that a device invents', () => {
    const series = read('session', {
      messages: new Map([
        ['brandNew', 2],
        ['allStatuses', 1],
        ['evil"} 1', 5],
      ]),
      decodeErrors: new Map([
        ['__proto__', 1],
        ['other', 2],
      ]),
    });
    expect(series).toMatchObject({
      'ic_snp_session_messages_total{type="allStatuses"}': 1,
      'ic_snp_session_messages_total{type="other"}': 7,
      'ic_snp_session_decode_errors_total{object_type="other"}': 3,
    });
  });

  it.each<[Partial<SessionView>, Record<string, number>]>([
    [{}, { api_status: 0, received_count_total: 0 }],
    [
      {
        isUp: true,
        messages: new Map([
          ['statusState', 5],
          ['x', 2],
        ]),
        lastStatusDurationSeconds: 0.004,
      },
      { api_status: 1, received_count_total: 7, last_received_duration_seconds: 0.004 },
    ],
  ])('has the names that dashboards use: %j', (view, expected) => {
    expect(read('legacy', view)).toEqual(named('ic_snp_', expected));
  });
});
