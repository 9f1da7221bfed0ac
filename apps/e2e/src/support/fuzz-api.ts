import fc from 'fast-check';
import { faultsOf } from './api-document';
import { unreachable } from './connections';
import type { Exporter } from './exporter';
import { generatedRequest, type GeneratedRequest } from './generated-requests';

/** Connections that there are at the beginning, so that the generated ids are some of them. */
const STORED = 12;

/**
 * Sends generated requests one after the other.
 * @returns how many answers of each status there were
 * @throws with the smallest request that is answered with a 5xx, or in a way that the document does not describe
 */
export async function fuzzApi(exporter: Exporter, requests: number, seed?: number): Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  for (let at = 1; at <= STORED; at += 1) await exporter.api('POST', '/api/connections', unreachable(`stored ${at}`));
  await fc.assert(
    fc.asyncProperty(generatedRequest, async (request) => {
      const status = await answer(exporter, request);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }),
    { numRuns: requests, seed, endOnFailure: true },
  );
  return answers;
}

async function answer(exporter: Exporter, { method, path, headers, body }: GeneratedRequest): Promise<number> {
  const response = await fetch(`${exporter.dashboardUrl}${path}`, { method, headers, body });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const value: unknown = type.includes('json') && text ? JSON.parse(text) : text;
  const faults = faultsOf(method, path, response.status, type, value);
  // A device that does not answer is a 502 of the API, and nobody's fault.
  if (response.status >= 500 && response.status !== 502) faults.push(`${response.status}: ${text}`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return response.status;
}
