import fc from 'fast-check';
import { faultsOf } from '../src/support/api-document';
import { unreachable } from '../src/support/connections';
import type { Exporter } from '../src/support/exporter';
import { generatedRequest, pathAmong, STORED_CONNECTIONS, type GeneratedRequest } from './generated-requests';
import { quickly } from './lag-watch';

/** How many requests are sent before those that were deleted by them are replaced. */
const BETWEEN_LOOKS = 25;

/**
 * Sends generated requests one after the other.
 * @returns how many answers of each status there were
 * @throws with the smallest request that is answered with a 5xx or in a way that the document does not describe, or
 *   that keeps the other port waiting
 */
export async function fuzzApi(exporter: Exporter, requests: number, seed?: number): Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  let sent = 0;
  let ids: readonly number[] = [];
  const run = await fc.check(
    fc.asyncProperty(generatedRequest, async (request) => {
      if (sent++ % BETWEEN_LOOKS === 0) ids = await enoughConnections(exporter, sent);
      const among = { ...request, path: pathAmong(request.path, ids) };
      const status = await quickly(exporter, () => answer(exporter, among));
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }),
    { numRuns: requests, seed, endOnFailure: true },
  );
  if (run.failed)
    throw new Error(`${described(run.counterexample?.[0])}\nseed ${run.seed}\n${String(run.errorInstance)}`);
  return answers;
}

/** Enough of a request to know it by; some have a mebibyte. */
function described(request: GeneratedRequest | undefined): string {
  if (request === undefined) return 'no request';
  const { method, path, headers, body = '' } = request;
  const beginning = String(typeof body === 'string' ? body : Buffer.from(body).toString('hex')).slice(0, 400);
  return `${method} ${path.slice(0, 400)} ${JSON.stringify(headers)}\n${body.length} bytes: ${beginning}`;
}

/** The ids of the connections, of which some are added where there are too few. */
async function enoughConnections(exporter: Exporter, sent: number): Promise<number[]> {
  const { body } = await exporter.api<{ id: number }[]>('GET', '/api/connections?sort=-id');
  const ids = body.map(({ id }) => id);
  for (let at = 0; ids.length < STORED_CONNECTIONS; at += 1) {
    const added = await exporter.api<{ id: number }>('POST', '/api/connections', unreachable(`stored ${sent}.${at}`));
    ids.push(added.body.id);
  }
  return ids;
}

async function answer(exporter: Exporter, { method, path, headers, body }: GeneratedRequest): Promise<number> {
  const bytes = body instanceof Uint8Array ? new Uint8Array(body) : body;
  const response = await fetch(`${exporter.dashboardUrl}${path}`, { method, headers, body: bytes });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const value: unknown = type.includes('json') && text ? JSON.parse(text) : text;
  const faults = faultsOf(method, path, response.status, type, value);
  // A device that does not answer is a 502 of the API, and nobody's fault.
  if (response.status >= 500 && response.status !== 502) faults.push(`${response.status}: ${text}`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return response.status;
}
