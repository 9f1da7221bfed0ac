import type { Fleet } from '@snp/simulator';
import { Exporter } from '../src/support/exporter';
import { connectedFleet } from '../src/support/fleet';

/** Enough for sparklines to have a course, in milliseconds. */
const LIFE_MS = 45_000;

/** What stands before the camera. */
export interface Stage {
  readonly exporter: Exporter;
  readonly fleet: Fleet;
}

/** Starts an exporter with a fleet that has lived a little and has its troubles; ends both afterwards. */
export async function withStage(devices: number, use: (stage: Stage) => Promise<void>): Promise<void> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  const fleet = await connectedFleet(exporter, { devices, incidentsPerHour: 2 });
  try {
    await trouble(exporter, fleet);
    await new Promise((resolve) => setTimeout(resolve, LIFE_MS));
    await use({ exporter, fleet });
  } finally {
    await exporter.stop();
    await fleet.close();
  }
}

/** Something for every mark of the state vocabulary. */
async function trouble(exporter: Exporter, { devices }: Fleet): Promise<void> {
  devices[2].set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run', ptpMasterOffset: '812.4 us' } });
  devices[1].set('system', { Power_Supply_Stats: { PS_Status: 'Fault', PS_EN_2: false } });
  devices[4].set('system', { General: { rebootRequired: true } });
  devices[6].misbehave({ kind: 'auth', answer: 'refused' });
  devices[6].misbehave({ kind: 'reset' });
  await exporter.api('PATCH', '/api/connections/8', { enabled: false });
}
