import type { Fleet } from '@snp/simulator';
import { Exporter } from '../src/support/exporter';
import { connectedFleet } from '../src/support/fleet';

/** Long enough for sparklines to show a line, in milliseconds. */
const RUN_MS = 45_000;

/** Starts an exporter and a fleet with some faults, lets them run for a while, and ends both afterwards. */
export async function withFaultyFleet(devices: number, use: (exporter: Exporter) => Promise<void>): Promise<void> {
  const exporter = await Exporter.start({ environment: { LOGGING: 'ERROR' } });
  const fleet = await connectedFleet(exporter, { devices, incidentsPerHour: 2 });
  try {
    await addFaults(exporter, fleet);
    await new Promise((resolve) => setTimeout(resolve, RUN_MS));
    await use(exporter);
  } finally {
    await exporter.stop();
    await fleet.close();
  }
}

/** At least one device in every state that the dashboard shows. */
async function addFaults(exporter: Exporter, { devices }: Fleet): Promise<void> {
  devices[2].set('ptp', { ptpStatus: { ptpCtlrState: 'Unlocked-Free Run', ptpMasterOffset: '812.4 us' } });
  devices[1].set('system', { Power_Supply_Stats: { PS_Status: 'Fault', PS_EN_2: false } });
  devices[4].set('system', { General: { rebootRequired: true } });
  devices[6].misbehave({ kind: 'auth', answer: 'refused' });
  devices[6].misbehave({ kind: 'reset' });
  await exporter.api('PATCH', '/api/connections/8', { enabled: false });
}
