import { setTimeout as wait } from 'node:timers/promises';
import { selectObjects, type SimulatedDevice } from '@snp/simulator';

export interface Registration {
  readonly added: number;
  /** Names that the exporter had already. */
  readonly known: number;
  /** Why others were refused, by device. */
  readonly refused: readonly string[];
}

const AT_ONCE = 4;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;
const CREATED = 201;
const CONFLICT = 409;
const BUSY = 503;

/** What `POST /api/connections` of an exporter takes to connect to a device. */
export function connectionOf(device: SimulatedDevice, objects: string): object {
  return { ...device.settings, objects_ids: selectObjects(device, objects), enabled: true };
}

/** Adds devices to an exporter; waits up to a minute for it to start. */
export async function register(
  exporter: URL,
  devices: readonly SimulatedDevice[],
  objects: string,
): Promise<Registration> {
  const url = new URL('api/connections', exporter.href.endsWith('/') ? exporter : `${exporter.href}/`);
  const left = [...devices];
  const outcome = { added: 0, known: 0, refused: [] as string[] };
  const work = async (): Promise<void> => {
    for (let device = left.shift(); device; device = left.shift()) {
      const response = await post(url, connectionOf(device, objects));
      if (response.status === CREATED) outcome.added += 1;
      else if (response.status === CONFLICT) outcome.known += 1;
      else outcome.refused.push(`${device.name}: ${response.status} ${await detail(response)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}

/** Tries again while there is no exporter yet, or while it has too much to do. */
async function post(url: URL, connection: object): Promise<Response> {
  for (const end = performance.now() + PATIENCE_MS; ; await wait(PAUSE_MS)) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(connection),
      });
      if (response.status !== BUSY || performance.now() > end) return response;
    } catch (error) {
      if (performance.now() > end) throw new Error(`no exporter answers at ${url.origin}`, { cause: error });
    }
  }
}

async function detail(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as { detail?: unknown };
    return String(problem.detail ?? text);
  } catch {
    return text; // An answer of something else than an exporter: shown as it is.
  }
}
