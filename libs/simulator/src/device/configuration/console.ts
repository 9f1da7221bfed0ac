import type { DeviceModel } from '../../model/device-model';
import { macAddress } from '../../model/identity';
import { powerOnTime, uptime } from '../../statuses/format';
import type { Body } from '../../statuses/generator';

const SECONDS_BEFORE_SOFTWARE_STARTS = 44;
const NET_MODES = { 'Dual Addresses': 'dual', 'Bonded Active/Backup': 'bond', 'Bonded LACP': 'lacp' };

/** `console/status` */
export function consoleStatus(model: DeviceModel): Body {
  const { identity, uptimeSeconds } = model;
  return {
    operation: '',
    data: {
      upTime: uptime(uptimeSeconds),
      pwrOnTime: powerOnTime(uptimeSeconds + SECONDS_BEFORE_SOFTWARE_STARTS),
      netMode: NET_MODES[identity.netMode],
      serialNum: identity.serial,
      firmwareVer: identity.firmware,
      firmwareDate: '2025-09-30',
      chassisType: 'SNP-1RU',
      interfaces: [0, 1].map((port) => ({
        id: `ctrl${port + 1}`,
        ip: port === 0 ? identity.managementAddress : '0.0.0.0',
        mask: port === 0 ? '255.255.255.0' : '0.0.0.0',
        gateway: port === 0 ? identity.managementAddress.replace(/\d+$/, '254') : '0.0.0.0',
        mac: macAddress(identity, port),
        dhcp: false,
      })),
    },
  };
}
