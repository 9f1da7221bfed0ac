import type { Group } from '@snp/catalogue';

/** How one environment variable is read: `read` answers the value or throws an `Error` that says what is wanted. */
export interface Variable<T> {
  readonly name: string;
  readonly fallback: T;
  readonly read: (text: string) => T;
  /** One line for people, as in the README. */
  readonly help: string;
}

/** The type that `read` of a table's variables gives. */
export type ValueOf<V> = V extends Variable<infer T> ? T : never;

function variable<T>(name: string, fallback: T, read: (text: string) => T, help: string): Variable<T> {
  return { name, fallback, read, help };
}

const text = (value: string): string => value;

function number(least: number, most: number, isWhole = true): (value: string) => number {
  return (value) => {
    const read = Number(value);
    if (!Number.isFinite(read) || (isWhole && !Number.isInteger(read)) || read < least || read > most) {
      throw new Error(`a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`);
    }
    return read;
  };
}

function flag(value: string): boolean {
  const read = { true: true, '1': true, yes: true, false: false, '0': false, no: false }[value.toLowerCase()];
  if (read === undefined) throw new Error('true or false');
  return read;
}

function oneOf<const T extends string>(...values: T[]): (value: string) => T {
  return (value) => {
    const read = values.find((candidate) => candidate === value.toLowerCase());
    if (read === undefined) throw new Error(`one of ${values.join(', ')}`);
    return read;
  };
}

/** A comma-separated list; white space around its entries does not count. */
function list(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function someOf<T extends string>(known: readonly T[]): (value: string) => T[] {
  return (value) => {
    const entries = list(value.toLowerCase());
    const read = known.filter((candidate) => entries.includes(candidate));
    if (read.length === 0 || read.length < new Set(entries).size) {
      throw new Error(`a comma-separated list of ${known.join(', ')}`);
    }
    return read;
  };
}

/**
 * Every environment variable that the exporter knows.
 * @param groups the metric groups that can be chosen
 */
export function variables(groups: readonly Group[]) {
  return {
    logLevel: variable(
      'LOGGING',
      'info',
      oneOf('debug', 'info', 'warning', 'error'),
      'Least level that is logged: DEBUG, INFO, WARNING or ERROR',
    ),
    logFormat: variable(
      'LOG_FORMAT',
      'text',
      oneOf('text', 'json'),
      'Log lines for people (`text`) or one JSON object a line (`json`)',
    ),
    interval: variable(
      'INTERVAL',
      5,
      number(1, 60, false),
      'Seconds within which a received status is on `/metrics` even under pressure',
    ),
    pollInterval: variable(
      'POLL_INTERVAL',
      10,
      number(1, 3600, false),
      'Seconds between two looks at the database for edits made by other programs',
    ),
    configPollSeconds: variable(
      'CONFIG_POLL_SECONDS',
      60,
      number(5, 86_400),
      'Seconds between two reads of a device’s configuration over REST',
    ),
    databasePath: variable(
      'DB_PATH',
      '',
      text,
      'The SQLite file; unset: `/etc/snp_exporter/connections.db` where that directory exists, else `./data/connections.db`',
    ),
    host: variable('HOST', '0.0.0.0', text, 'Address on which both ports listen'),
    uiPort: variable('UI_PORT', 8080, number(1, 65_535), 'Port of the dashboard and the API'),
    metricsPort: variable('METRICS_PORT', 8000, number(1, 65_535), 'Port of the metrics'),
    metricGroups: variable(
      'METRIC_GROUPS',
      [...groups],
      someOf(groups),
      'Comma-separated metric groups that are exported; unset: all',
    ),
    receivers: variable(
      'RECEIVERS',
      'configured',
      oneOf('configured', 'all'),
      'Receiver rows that are exported: `configured` or `all`',
    ),
    senders: variable(
      'SENDERS',
      'resolved',
      oneOf('resolved', 'all'),
      'Sender rows that are exported: `resolved` (a destination was seen) or `all`',
    ),
    legacyTimeLabels: variable(
      'LEGACY_TIME_LABELS',
      false,
      flag,
      'Keep labels whose value changes every second, as earlier exporters had them',
    ),
    maxSeriesPerDevice: variable(
      'MAX_SERIES_PER_DEVICE',
      20_000,
      number(100, 1_000_000),
      'Series of one device; more are dropped and counted',
    ),
    maxConcurrentHandshakes: variable(
      'MAX_CONCURRENT_HANDSHAKES',
      20,
      number(1, 1_000),
      'Devices that are being connected to at the same time',
    ),
    allowInsecureDevices: variable(
      'ALLOW_INSECURE_DEVICES',
      false,
      flag,
      'Allow devices with `http:` and `ws:` addresses',
    ),
    tagLabels: variable(
      'TAG_LABELS',
      [] as string[],
      list,
      'Comma-separated tags that become labels of `ic_snp_device_info`',
    ),
  };
}
