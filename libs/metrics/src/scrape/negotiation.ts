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

/**
 * The format that a scraper likes best; the text format for whoever does not ask. Versions and escaping schemes that
 * scrapers name beside the type do not matter: each format is written in one version.
 */
export function formatOf(request: IncomingMessage): Format {
  const preferred = new Negotiator(request).mediaTypes().find((type) => type === OPENMETRICS || type === TEXT);
  return preferred === OPENMETRICS ? 'openmetrics' : 'text';
}

/** Whether the answer may be compressed. */
export function acceptsGzip(request: IncomingMessage): boolean {
  return (
    request.headers['accept-encoding'] !== undefined && new Negotiator(request).encodings(['gzip']).includes('gzip')
  );
}

/** What a scraper waits at the most, in milliseconds; `undefined` when it does not say so. */
export function patienceOf(request: IncomingMessage): number | undefined {
  const seconds = Number(request.headers['x-prometheus-scrape-timeout-seconds']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
}
