import type { Group } from '@snp/catalogue';
import { z } from 'zod';

/** One environment variable. */
export interface Variable<T> {
  readonly name: string;
  /** Reads its text; the message of an issue says what the value must be. */
  readonly schema: z.ZodType<T>;
  /** One line, as in the README. */
  readonly help: string;
}

/** The type that a variable's schema gives. */
export type ValueOf<V> = V extends Variable<infer T> ? T : never;

function variable<T>(name: string, schema: z.ZodType<T>, help: string): Variable<T> {
  return { name, schema, help };
}

const text = z.string();
const list = text.transform(entriesOf);
const flag = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'], error: 'true or false' });

function number(least: number, most: number) {
  const error = `a number from ${least} to ${most}`;
  return z.coerce.number(error).min(least, error).max(most, error);
}

function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
}

function oneOf<const T extends string>(...words: T[]) {
  return text.toLowerCase().pipe(z.enum(words, `one of ${words.join(', ')}`));
}

function someOf<T extends string>(words: readonly T[]) {
  const error = `a comma-separated list of ${words.join(', ')}`;
  return text
    .toLowerCase()
    .transform(entriesOf)
    .pipe(z.array(z.enum(words, error)).nonempty(error))
    .transform((chosen) => words.filter((word) => chosen.some((each) => each === word)));
}

function entriesOf(commaSeparated: string): string[] {
  return commaSeparated
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/**
 * Every environment variable that the exporter knows.
 * @param groups the metric groups that can be chosen
 */
export function variables(groups: readonly Group[]) {
  return {
    logLevel: variable(
      'LOGGING',
      oneOf('debug', 'info', 'warning', 'error').default('info'),
      'Minimum log level: `DEBUG`, `INFO`, `WARNING` or `ERROR`',
    ),
    logFormat: variable(
      'LOG_FORMAT',
      oneOf('text', 'json').default('text'),
      'Human-readable log lines (`text`) or one JSON object per line (`json`)',
    ),
    interval: variable(
      'INTERVAL',
      number(1, 60).default(5),
      'Maximum delay, in seconds, until a received status is on `/metrics`, even under load',
    ),
    pollInterval: variable(
      'POLL_INTERVAL',
      number(1, 3600).default(10),
      'How often, in seconds, to check the database for external edits',
    ),
    configPollSeconds: variable(
      'CONFIG_POLL_SECONDS',
      wholeNumber(5, 86_400).default(60),
      'Device configuration poll interval, in seconds',
    ),
    databasePath: variable(
      'DB_PATH',
      text.default(''),
      'Path of the SQLite database; default: `/etc/snp_exporter/connections.db` if that directory exists, otherwise `./data/connections.db`',
    ),
    createDatabase: variable(
      'DB_CREATE',
      flag.default(false),
      'Create an empty database although the write-ahead log or a copy of a lost one is at `DB_PATH`',
    ),
    host: variable('HOST', text.default('0.0.0.0'), 'Address that both ports listen on'),
    uiPort: variable('UI_PORT', wholeNumber(1, 65_535).default(8080), 'Port of the dashboard and the API'),
    metricsPort: variable('METRICS_PORT', wholeNumber(1, 65_535).default(8000), 'Port of the metrics'),
    metricGroups: variable(
      'METRIC_GROUPS',
      someOf(groups).default([...groups]),
      'Metric groups to export, comma-separated',
    ),
    receivers: variable(
      'RECEIVERS',
      oneOf('configured', 'all').default('configured'),
      'Receivers to export: `configured` (with a source address) or `all`',
    ),
    senders: variable(
      'SENDERS',
      oneOf('resolved', 'all').default('resolved'),
      'Senders to export: `resolved` (a destination was seen) or `all`',
    ),
    legacyTimeLabels: variable(
      'LEGACY_TIME_LABELS',
      flag.default(false),
      'Keep the labels of the Python exporter whose values change every second',
    ),
    maxSeriesPerDevice: variable(
      'MAX_SERIES_PER_DEVICE',
      wholeNumber(100, 1_000_000).default(20_000),
      'Maximum series per device; more are dropped and counted',
    ),
    maxConcurrentHandshakes: variable(
      'MAX_CONCURRENT_HANDSHAKES',
      wholeNumber(1, 1_000).default(20),
      'Maximum concurrent device handshakes',
    ),
    allowInsecureDevices: variable(
      'ALLOW_INSECURE_DEVICES',
      flag.default(false),
      'Allow devices with `http:` and `ws:` addresses',
    ),
    tagLabels: variable(
      'TAG_LABELS',
      list.default([]),
      'Tags to add to `ic_snp_device_info` as labels, comma-separated',
    ),
  };
}
