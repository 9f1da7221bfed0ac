import { macAddress, type JsonObject, type SystemConfig } from '@snp/protocol';
import type { IdentityDto } from '../dto/status/chassis.dto';
import { flagOrNull, objectAt, words } from './fields';

const NOTHING: JsonObject = {};

/** What else is known of a device's identity. */
export interface IdentitySources {
  readonly system: JsonObject | undefined;
  readonly wan: JsonObject | undefined;
  readonly configuration: SystemConfig | undefined;
  readonly uptimeSeconds: number | null;
  readonly powerOnSeconds: number | null;
  readonly personalities: Record<string, string>;
}

/** Who the device is, from whatever there is; null from nothing. */
export function readIdentity(sources: IdentitySources): IdentityDto | null {
  const { system = NOTHING, wan = NOTHING, configuration, uptimeSeconds, powerOnSeconds, personalities } = sources;
  const hardware = objectAt(system, 'SNP_HW_Stats');
  const hasAny =
    system !== NOTHING || wan !== NOTHING || configuration !== undefined || Object.keys(personalities).length > 0;
  if (!hasAny && uptimeSeconds === null) return null;
  return {
    serial: words(hardware.Serial),
    firmware: words(hardware.FWRev),
    hardware: words(hardware.HWRev),
    mac_addresses: [hardware.MAC_0, hardware.MAC_1].flatMap((mac) => macAddress(mac) ?? []),
    unit_name: configuration?.unitName ?? null,
    hostname: words(objectAt(wan, 'ipWanStatus').hostName),
    control_link: configuration?.netMode ?? null,
    uptime_seconds: uptimeSeconds,
    power_on_seconds: powerOnSeconds,
    reboot_required: flagOrNull(objectAt(system, 'General').rebootRequired),
    personalities,
  };
}
