import { hasOldFirmware, macAddress } from '../model/identity';
import { legAddress } from '../model/network';
import { asctime, counter, microseconds } from './format';
import type { Generator } from './generator';

export const ptp: Generator = {
  type: 'ptp',
  title: 'ptpStatus',
  every: 1,
  ids: () => ['ptp'],
  fields({ identity, ptp: clock, clock: now }) {
    const master = clock.grandmaster;
    const isOld = hasOldFirmware(identity);
    return {
      ptpStatus: {
        ...(isOld ? {} : { biggestSysTimeUpdate: `${clock.largestTimeUpdate} ms` }),
        clockIdentity: clockIdentity(macAddress(identity, 2)),
        ...(isOld ? {} : { numSysTimeUpdates: counter(clock.timeUpdates) }),
        ptpCtlrState: clock.state,
        ptpMasterDelay: microseconds(clock.delay),
        ptpMasterIP: master?.address ?? '0.0.0.0',
        ptpMasterInterfaceIP: legAddress(identity, 'primary'),
        ptpMasterOffset: microseconds(clock.offset),
        ptpMasterPresent: master ? 'Primary/Secondary' : 'None',
        ptpMasterUUID: master?.identity ?? clockIdentity(macAddress(identity, 2)).replaceAll(' ', '-'),
        ptpUTC: asctime(now),
        ptpUcipIsMaster: master ? 'Slave' : 'Master',
        rtcTime: 'N/A',
      },
    };
  },
};

/** EUI-64 of an Ethernet address, in the spelling of the device: `00 90 F9 FF FE 34 7D D6`. */
function clockIdentity(mac: string): string {
  const bytes = mac.toUpperCase().split(':');
  return [...bytes.slice(0, 3), 'FF', 'FE', ...bytes.slice(3)].join(' ');
}
