import type { Group } from '@snp/catalogue';
import { z } from 'zod';
import { basePath, externalUrl, hostPatterns, proxies } from './web-schemas';

/** One environment variable. */
export interface Variable<T> {
  readonly name: string;
  /** Reads its text; the message of an issue says what the value must be. */
  readonly schema: z.ZodType<T>;
  /** One line, as in the README. */
  readonly help: string;
  /** Figures beyond these limits are taken as the limit, with a warning, instead of ending the start. */
  readonly limits?: Limits;
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** The type that a variable's schema gives. */
export type ValueOf<V> = V extends Variable<infer T> ? T : never;

function variable<T>(name: string, schema: z.ZodType<T>, help: string): Variable<T> {
  return { name, schema, help };
}

const text = z.string();
/** What a shell or another program would take for a path, and would become a new folder here. */
const filePath = text.refine(
  (path) => !/^(~|["'].*["']$|[a-z][a-z0-9+.-]+:)/is.test(path),
  'the path of a file, without ~, quotes or a scheme such as file:',
);
const list = text.transform(entriesOf);
const flag = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'], error: 'true or false' });

/** A variable of the Python exporter, which takes any figure: `+5`, `1_000` and 0 among them. */
function tolerantNumber(name: string, { least, most }: Limits, usual: number, help: string): Variable<number> {
  const error = `a number from ${least} to ${most}`;
  const schema = text
    .transform((figure) => figure.replace(/(?<=\d)_(?=\d)/g, ''))
    .pipe(z.coerce.number(error))
    .default(usual);
  return { name, schema, help, limits: { least, most } };
}

function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
}

/** Python's levels in ascending order: names, and the number up to which a number means this level. */
const LOG_LEVELS = [
  { level: 'debug', words: ['notset', 'debug'], upTo: 10 },
  { level: 'info', words: ['info'], upTo: 20 },
  { level: 'warning', words: ['warn', 'warning'], upTo: 30 },
  { level: 'error', words: ['error', 'critical', 'fatal'], upTo: Infinity },
] as const;

const logLevel = text.toLowerCase().transform((word, context) => {
  const isNumber = /^\d+$/.test(word);
  const found = LOG_LEVELS.find(({ words, upTo }) =>
    isNumber ? Number(word) <= upTo : words.some((each) => each === word),
  );
  if (found !== undefined) return found.level;
  context.addIssue('one of debug, info, warning, error');
  return z.NEVER;
});

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
    logLevel: variable('LOGGING', logLevel.default('info'), 'Minimum log level: `DEBUG`, `INFO`, `WARNING` or `ERROR`'),
    logFormat: variable(
      'LOG_FORMAT',
      oneOf('text', 'json').default('text'),
      'Human-readable log lines (`text`) or one JSON object per line (`json`)',
    ),
    interval: tolerantNumber(
      'INTERVAL',
      { least: 1, most: 60 },
      5,
      'Maximum delay, in seconds, until a received status is on `/metrics`, even under load',
    ),
    pollInterval: tolerantNumber(
      'POLL_INTERVAL',
      { least: 1, most: 3600 },
      10,
      'How often, in seconds, to check the database for external edits',
    ),
    configPollSeconds: variable(
      'CONFIG_POLL_SECONDS',
      wholeNumber(5, 86_400).default(60),
      'Device configuration poll interval, in seconds',
    ),
    databasePath: variable(
      'DB_PATH',
      filePath.default(''),
      'Path of the SQLite database; default: `/etc/snp_exporter/connections.db` if that directory exists, otherwise `./data/connections.db`',
    ),
    createDatabase: variable(
      'DB_CREATE',
      flag.default(false),
      'Create an empty database even if the write-ahead log or a copy of a lost one is next to `DB_PATH`',
    ),
    host: variable('HOST', text.default('0.0.0.0'), 'Address that both ports listen on'),
    uiPort: variable('UI_PORT', wholeNumber(1, 65_535).default(8080), 'Port of the dashboard and the API'),
    metricsPort: variable('METRICS_PORT', wholeNumber(1, 65_535).default(8000), 'Port of the metrics'),
    allowedHosts: variable(
      'ALLOWED_HOSTS',
      list.default([]).pipe(hostPatterns),
      'Host names that the dashboard and the API answer to, comma-separated, such as `snp.example.org, *.example.net`, besides IP addresses, `localhost` and the name of this machine',
    ),
    externalUrl: variable(
      'EXTERNAL_URL',
      text.pipe(externalUrl).optional(),
      'URL under which users open the dashboard, such as `https://snp.example.org/snp/`; its host name is allowed, and used in `/sd` and links',
    ),
    basePath: variable(
      'BASE_PATH',
      text.default('').pipe(basePath),
      'Path under which a reverse proxy serves the dashboard and the API, such as `/snp`',
    ),
    trustProxy: variable(
      'TRUST_PROXY',
      list.default([]).pipe(proxies),
      'Addresses or networks of reverse proxies whose `X-Forwarded-…` headers are trusted, comma-separated; also `loopback`, `linklocal`, `uniquelocal`',
    ),
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
    allowLegacyTls: variable(
      'LEGACY_TLS',
      flag.default(false),
      'Allow connections to select legacy TLS (TLS 1.0 and 1.1, weak keys)',
    ),
    tagLabels: variable(
      'TAG_LABELS',
      list.default([]),
      'Tags to add to `ic_snp_device_info` as labels, comma-separated',
    ),
  };
}
