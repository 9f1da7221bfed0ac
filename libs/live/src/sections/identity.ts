import { chassisName, IP_WAN, macAddress, SYSTEM, type JsonObject, type SystemConfig } from '@snp/protocol';
import type { IdentityDto } from '../dto/status/chassis.dto';
import { flagOrNull, objectAt, words } from './values';

const { identity, general } = SYSTEM;
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
  const hardware = objectAt(system, identity.section);
  const hasAny =
    system !== NOTHING || wan !== NOTHING || configuration !== undefined || Object.keys(personalities).length > 0;
  if (!hasAny && uptimeSeconds === null) return null;
  return {
    serial: words(hardware[identity.serial]),
    firmware: words(hardware[identity.firmware]),
    hardware: words(hardware[identity.hardware]),
    chassis: words(chassisName(hardware[identity.chassis])),
    mac_addresses: [hardware[identity.mac0], hardware[identity.mac1]].flatMap((mac) => macAddress(mac) ?? []),
    unit_name: configuration?.unitName ?? null,
    hostname: words(objectAt(wan, IP_WAN.section)[IP_WAN.hostname]),
    control_link: configuration?.netMode ?? null,
    uptime_seconds: uptimeSeconds,
    power_on_seconds: powerOnSeconds,
    reboot_required: flagOrNull(objectAt(system, general.section)[general.rebootRequired]),
    personalities,
  };
}
