import type { Format } from '@snp/exposition';
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

const TEXT = 'text/plain';
const OPENMETRICS = 'application/openmetrics-text';

/** The `Content-Type` of each format. */
export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  text: `${TEXT}; version=0.0.4; charset=utf-8`,
  openmetrics: `${OPENMETRICS}; version=1.0.0; charset=utf-8`,
};

const PARAMETER = /;\s*([^;,=\s]+)\s*=\s*("(?:\\.|[^"\\])*"|[^;,]*)/g;

/** Whoever asks for one of these versions can read what is written. */
const READABLE_VERSIONS: ReadonlySet<string> = new Set(['0.0.1', '0.0.4', '1.0.0']);

/** A parameter of a media type where it makes a difference: the quality, or a version that is not written. */
function unlessIrrelevant(parameter: string, name: string, value: string): string {
  if (name.toLowerCase() === 'q') return parameter;
  const isVersion = name.toLowerCase() === 'version';
  return isVersion && !READABLE_VERSIONS.has(value.replaceAll('"', '').trim()) ? parameter : '';
}

/** The format that a scraper likes best; the text format for whoever does not care, or likes neither. */
export function formatOf({ headers }: Pick<IncomingMessage, 'headers'>): Format {
  const accept = headers.accept?.replace(PARAMETER, unlessIrrelevant);
  const [preferred] = new Negotiator({ headers: { accept } }).mediaTypes([TEXT, OPENMETRICS]);
  return preferred === OPENMETRICS ? 'openmetrics' : 'text';
}

/** Whether the answer is to be compressed. */
export function acceptsGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return new Negotiator({ headers }).encodings(['gzip', 'identity'])[0] === 'gzip';
}

/** What an answer takes on its way, as a part of the time that a scraper waits; half a second at the most. */
const ON_ITS_WAY = 0.1;
const LONGEST_ON_ITS_WAY_MS = 500;

const TIMEOUT = 'x-prometheus-scrape-timeout-seconds';
/** A scraper that does not say how long it waits waits as long as this; ms. */
const USUAL_WAIT_MS = 60_000;
/** Nobody waits longer, whatever is said; ms. */
const LONGEST_WAIT_MS = 600_000;

/** How long an answer may be in the making, in milliseconds; `undefined` when the scraper does not say how long it waits. */
export function patienceOf({ headers }: Pick<IncomingMessage, 'headers'>): number | undefined {
  const waits = Number(headers[TIMEOUT]) * 1_000;
  if (!(waits > 0) || waits > MAX_PATIENCE_MS) return undefined;
  return Math.ceil(waits - Math.min(waits * ON_ITS_WAY, LONGEST_ON_ITS_WAY_MS));
}

/** How long a scraper waits until it has the whole answer, in milliseconds. */
export function waitOf({ headers }: Pick<IncomingMessage, 'headers'>): number {
  const waits = Number(headers[TIMEOUT]) * 1_000;
  return waits > 0 ? Math.min(waits, LONGEST_WAIT_MS) : USUAL_WAIT_MS;
}

/** Timers know no longer time. */
const MAX_PATIENCE_MS = 2 ** 31 - 1;
