import type { SimulatedDevice } from '../device/simulated-device';
import type { Fleet } from '../fleet/fleet';

/** `all`, or a device by its number, name or address. */
export function devicesBy(fleet: Fleet, which: string | number): readonly SimulatedDevice[] {
  if (which === 'all') return fleet.devices;
  const wanted = String(which);
  return fleet.devices.filter(({ number, name, address }) => [String(number), name, address].includes(wanted));
}
