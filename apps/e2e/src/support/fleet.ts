import { startFleet, type Fleet, type FleetOptions, type SimulatedDevice } from '@snp/simulator';
import { eventually } from './eventually';
import type { Exporter } from './exporter';

/** Starts pretended devices in this process, adds them to an exporter with all their objects and waits for them. */
export async function connectedFleet(exporter: Exporter, options: FleetOptions): Promise<Fleet> {
  const fleet = await startFleet(options);
  await addDevices(exporter, fleet.devices);
  const areConnected = async () => {
    const { body } = await exporter.api<{ status: string }[]>('GET', '/api/connections');
    return body.filter(({ status }) => status === 'connected').length >= fleet.devices.length;
  };
  await eventually(areConnected, () => `all devices to be connected:\n${exporter.log}`);
  return fleet;
}

/** Adds devices as an administrator would: each with a tag, subscribed to everything that it has. */
export async function addDevices(exporter: Exporter, devices: readonly SimulatedDevice[]): Promise<void> {
  const connections = devices.map(({ settings, objects }) => ({
    ...settings,
    enabled: true,
    tags: { site: settings.name.split('-')[0].toLowerCase() },
    objects_ids: objects.map(({ type, id }) => ({ elementIP: '127.0.0.1', objectType: type, objectId: id })),
  }));
  const { status } = await exporter.api('POST', '/api/import', { version: '1.0', connections });
  if (status !== 200) throw new Error(`the import answered ${status}`);
}
