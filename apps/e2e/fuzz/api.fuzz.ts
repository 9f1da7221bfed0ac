import { Exporter } from '../src/support/exporter';
import { fuzzApi } from './fuzz-api';

const REQUESTS = 20_000;

/** Sends generated requests to an exporter of its own and tells how they were answered. */
export async function run([requests = String(REQUESTS)]: readonly string[]): Promise<void> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  try {
    const answers = await fuzzApi(exporter, Number(requests));
    for (const [status, count] of [...answers].sort(([a], [b]) => a - b)) console.log(`${status}: ${count}`);
    if (exporter.log !== '') throw new Error(exporter.log);
  } finally {
    await exporter.stop();
  }
}
