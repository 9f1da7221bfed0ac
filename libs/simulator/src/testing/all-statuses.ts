import { GENERATORS } from '../device/generators';
import { DeviceModel } from '../model/device-model';
import { deviceIdentity, type IdentityOptions } from '../model/identity';
import { statusOf, type Body } from '../statuses/generator';

export const NOW = Date.UTC(2026, 1, 3, 20);
const LIFE = { seed: 'snp', incidentsPerHour: 0 };

/** A device by its number, a second after its start. */
export function modelOf(number: number, chosen: IdentityOptions = {}): DeviceModel {
  const device = new DeviceModel(deviceIdentity(LIFE.seed, number, chosen), LIFE, NOW);
  device.step(NOW + 1000);
  return device;
}

/** Every status that a device sends, or those of one type. */
export function statusesOf(device: DeviceModel, type?: string): Body[] {
  return GENERATORS.filter((generator) => type === undefined || generator.type === type).flatMap((generator) =>
    generator.ids(device).map((id) => statusOf(generator, device, id)),
  );
}
