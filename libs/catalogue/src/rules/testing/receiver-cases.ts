import { seriesName, type AlertCase, type AlertCases, type Expected, type Firing, type Series } from './case';

const CONNECTED = { ic_snp_session_connected_timestamp_seconds: '-600' };
const FEW = 5;
const MANY = 6;

type Row = Readonly<{ essence: string; index: string }>;

const row = (index: number, essence = 'video'): Row => ({ essence, index: String(index) });

/** The same for the first receivers of a device. */
function receivers(count: number, of: (row: Row) => Series): Series {
  return Object.assign({}, ...Array.from({ length: count }, (_, at) => of(row(at + 1)))) as Series;
}

const signal = (values: string) => (of: Row) => ({ [seriesName('ic_snp_receiver_signal_present', of)]: values });
const packets = (values: string) => (of: Row) => ({ [seriesName('ic_snp_receiver_packets_total', of)]: values });
const missing = (values: string) => (of: Row) => ({
  [seriesName('ic_snp_receiver_missing_packets_total', of)]: values,
});
const switches = (values: string) => (of: Row) => ({ [seriesName('ic_snp_receiver_switches_total', of)]: values });
const info =
  (primary = '239.0.0.1:5000', secondary = '239.1.0.1:5000', values = '1') =>
  (of: Row) => ({
    [seriesName('ic_snp_receiver_info', { ...of, primary_source: primary, secondary_source: secondary })]: values,
  });
const protection = (state: string, values: string) => (of: Row) => ({
  [seriesName('ic_snp_receiver_protection_state', { ...of, state })]: values,
});

const all =
  (...parts: readonly ((of: Row) => Series)[]) =>
  (of: Row): Series =>
    Object.assign({}, ...parts.map((part) => part(of))) as Series;

type Trouble = Readonly<{
  minutes: number;
  series: (of: Row) => Series;
  /** The name of the alert for many receivers. */
  many: string;
  labels?: Readonly<Record<string, string>>;
  is: string;
  are: string;
  /** Receivers that look alike and do not count. */
  besides?: Readonly<Record<string, (of: Row) => Series>>;
  silent: AlertCase['silent'];
}>;

/** Up to five receivers have an alert each, six have one together. */
function troubleOf({ minutes, series, many, labels = {}, is, are, besides = {}, silent }: Trouble): AlertCase {
  const single = (of: Row): Expected => ({
    labels: { ...of, ...labels },
    summary: `${of.essence} receiver ${of.index} ${is}`,
  });
  const [first, ...others] = Array.from({ length: FEW }, (_, at) => single(row(at + 1)));
  const among = Object.entries(besides).map(([name, of]) => [
    `one among six that do not count: ${name}`,
    { series: { ...receivers(MANY, of), ...series(row(12)) }, ...single(row(12)) },
  ]);
  return {
    minutes,
    fires: {
      ...Object.fromEntries(among),
      'one receiver': { series: series(row(12, 'video')), ...single(row(12, 'video')) },
      'five receivers': { series: receivers(FEW, series), ...first, others },
      'six receivers': { series: receivers(MANY, series), alert: many, labels, summary: `6 receivers ${are}` },
    },
    silent,
  };
}

const noSignal = troubleOf({
  minutes: 10,
  series: signal('1 for 5m, 0'),
  many: 'SnpManyReceiversNoSignal',
  is: 'has no signal',
  are: 'have no signal',
  silent: {
    back: receivers(MANY, signal('1 for 5m, 0 for 4m, 1')),
    disconnected: receivers(MANY, signal('0 for 9m, none')),
    'not configured any more': receivers(MANY, signal('1 for 5m, none')),
  },
});

/** A receiver without a signal whose channel may be known; its summary says it. */
function named(labels: Readonly<Record<string, string>>, name: string): Firing {
  const of = row(6);
  const series = { ...signal('1 for 5m, 0')(of), [seriesName('ic_snp_receiver_info', { ...of, ...labels })]: '1' };
  return { series, labels: of, summary: ['video receiver 6', name, 'has no signal'].filter(Boolean).join(' ') };
}

/** The receivers. */
export const receiverCases: AlertCases = {
  SnpReceiverNoSignal: {
    ...noSignal,
    fires: {
      ...noSignal.fires,
      'of a channel': named({ channel: 'A-HD-6' }, '(A-HD-6)'),
      'of a channel with a name': named(
        { channel: 'A-HD-6', program_name: 'CAM "3" — Süd' },
        '(A-HD-6, CAM "3" — Süd)',
      ),
      'in UHD mode': named({ channel: '' }, ''),
    },
  },
  SnpReceiverStopped: troubleOf({
    minutes: 20,
    series: all(packets('0 +90000/s for 10m, 54000000'), info(), signal('1')),
    many: 'SnpManyReceiversStopped',
    is: 'gets no packets',
    are: 'get no packets',
    besides: {
      'no source': all(packets('0'), info('', '')),
      'no signal': all(packets('0 +9/s for 11m, 5940'), info(), signal('1 for 11m, 0')),
    },
    silent: {
      'stopped now, one': all(packets('0 +9/s for 17m, 9180'), info())(row(1)),
      'stopped now, many': receivers(MANY, all(packets('0 +9/s for 17m, 9180'), info())),
      running: receivers(MANY, all(packets('5 +9/s'), info())),
      'no signal, one': all(packets('0 +9/s for 11m, 5940'), info(), signal('1 for 11m, 0'))(row(1)),
      'no signal, many': receivers(MANY, all(packets('0 +9/s for 11m, 5940'), info(), signal('1 for 11m, 0'))),
      rebooted: receivers(MANY, all(packets('9e12 +9/s for 15m, none for 2m, 0 +9/s'), info())),
      new: receivers(MANY, all(packets('none for 18m, 0 for 1m, +9/s'), info())),
      disconnected: receivers(MANY, all(packets('77 for 19m, none'), info(undefined, undefined, '1 for 19m, none'))),
      'not configured, shown all the same': receivers(MANY, all(packets('0'), info('', ''))),
    },
  }),
  SnpReceiverUnprotected: troubleOf({
    minutes: 15,
    series: all(
      protection('present', '1 for 5m, 0'),
      protection('secondary_only', '0 for 5m, 1'),
      info(),
      packets('0 +9/s'),
    ),
    many: 'SnpManyReceiversUnprotected',
    labels: { state: 'secondary_only' },
    is: 'is not protected: secondary only',
    are: 'are not protected: secondary only',
    besides: {
      'one source': all(protection('secondary_only', '1'), info('', undefined)),
      'no signal': all(protection('secondary_only', '0 for 11m, 1'), info(), signal('1 for 11m, 0')),
    },
    silent: {
      'both legs': receivers(MANY, all(protection('present', '1'), protection('primary_only', '0'), info())),
      'one source configured, one': all(protection('primary_only', '1'), info(undefined, ''))(row(1)),
      'one source configured, many': receivers(MANY, all(protection('primary_only', '1'), info(undefined, ''))),
      'no signal, one': all(protection('not_present', '0 for 11m, 1'), info(), signal('1 for 11m, 0'))(row(1)),
      'no signal, many': receivers(
        MANY,
        all(protection('not_present', '0 for 11m, 1'), info(), signal('1 for 11m, 0')),
      ),
      switched: receivers(MANY, all(protection('not_present', '0 for 6m, 1 for 1m, 0'), info())),
      'no packets, one': all(
        protection('not_present', '0 for 12m, 1'),
        info(),
        packets('0 +9/s for 12m, 6480 for 5m, none'),
      )(row(1)),
      'no packets, many': receivers(
        MANY,
        all(protection('not_present', '0 for 12m, 1'), info(), packets('0 +9/s for 12m, 6480 for 5m, none')),
      ),
    },
  }),
  SnpReceiverLosesPackets: troubleOf({
    minutes: 20,
    series: all(missing('7 for 17m, 57'), switches('3'), () => CONNECTED),
    many: 'SnpManyReceiversLosePackets',
    is: 'lost 50 packets in 5 minutes',
    are: 'have lost packets in 5 minutes',
    besides: { switched: all(missing('7 for 16m, 57'), switches('3 for 16m, 4')) },
    silent: {
      none: { ...CONNECTED, ...receivers(MANY, all(missing('1000'), switches('3'))) },
      'lost now, one': { ...CONNECTED, ...missing('7 for 20m, 57')(row(1)) },
      'lost now, many': { ...CONNECTED, ...receivers(MANY, missing('7 for 20m, 57')) },
      'long ago': { ...CONNECTED, ...receivers(MANY, missing('7 for 10m, 57')) },
      'while switching': {
        ...CONNECTED,
        ...receivers(MANY, all(missing('7 for 16m, 57 for 1m, 60'), switches('3 for 16m, 4'))),
      },
      rebooted: {
        ic_snp_session_connected_timestamp_seconds: '-600 for 16m, none for 1m, 1020',
        ...receivers(MANY, all(missing('7 for 16m, none for 1m, 900'), switches('3 for 16m, none for 1m, 0'))),
      },
      disconnected: { ...CONNECTED, ...receivers(MANY, missing('7 for 17m, 57 for 2m, none')) },
      'one, while switching': { ...CONNECTED, ...all(missing('7 for 16m, 57'), switches('3 for 16m, 4'))(row(1)) },
      'new to Prometheus': { ...CONNECTED, ...receivers(MANY, missing('none for 16m, 999')) },
    },
  }),
};
