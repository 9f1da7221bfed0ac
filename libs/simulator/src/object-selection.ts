import type { ObjectRef } from '@snp/protocol';
import type { SimulatedDevice } from './device/simulated-device';

/** What an exporter usually subscribes to. */
const TYPICAL = ['ptp', 'system', 'ipVidRx', 'procChannelHD/A-HD-1'];
const OWN_ELEMENT = '127.0.0.1';

/**
 * The lines of a subscription for a device.
 * @param selection `all`, `typical`, or a list of types and objects: `ptp,ipWan,procChannelHD,procChannelHD/A-HD-1`
 * @throws where the device has no such object
 */
export function selectObjects(device: SimulatedDevice, selection: string): ObjectRef[] {
  if (selection === 'all') return device.objects.map((object) => line(device, object));
  const wanted = selection === 'typical' ? typical(device) : selection.split(',').map((part) => part.trim());
  return wanted.flatMap((part) => {
    const found = device.objects.filter(({ type, id }) => part === type || part === `${type}/${id}`);
    if (found.length === 0) throw new Error(`there is no object "${part}"`);
    return found.map((object) => line(device, object));
  });
}

/** A device that replays a recording may lack some of them. */
function typical({ objects }: SimulatedDevice): readonly string[] {
  return TYPICAL.filter((part) => objects.some(({ type, id }) => part === type || part === `${type}/${id}`));
}

/** The only object of a type needs no id. */
function line(device: SimulatedDevice, { type, id }: { type: string; id: string }): ObjectRef {
  const isOnly = device.objects.every((other) => other.type !== type || other.id === id);
  return { elementIP: OWN_ELEMENT, objectType: type, ...(isOnly ? {} : { objectId: id }) };
}
