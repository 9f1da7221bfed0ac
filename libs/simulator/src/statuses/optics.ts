import type { DeviceModel } from '../model/device-model';
import { hasOldFirmware } from '../model/identity';
import { celsius, dbm } from './format';
import { rows, type Body } from './generator';

const NONE = 'N/A';
const QSFPS = 2;
const LANES = [1, 2, 3, 4];
const SFPS = 4;
/** SFP cages with a module in them, on devices that have optical modules at all. */
const SFPS_FITTED = 2;

/** The modules of the two network ports: a copper cable reports neither temperature nor powers. */
export function qsfpModules({ identity, thermals }: DeviceModel): Body[] {
  const isOptical = identity.hasOpticalModules;
  const temperatures = thermals.qsfps();
  return rows(QSFPS, (idx) => ({
    CurrentTxEQ: NONE,
    FEC_Control: 'ON',
    ...(hasOldFirmware(identity) ? {} : { Lambda: false }),
    PowerType: isOptical ? 'Average' : NONE,
    ...lanes('RxPower', isOptical, (lane) => -0.6 - 0.3 * lane - 0.1 * idx),
    Temp_Alarm: false,
    Temperature: isOptical ? celsius(temperatures[idx - 1]) : NONE,
    ...lanes('TxPower', isOptical, (lane) => 0.9 - 0.2 * lane),
    // The text fields of a module have a fixed width.
    VendorName: (isOptical ? 'Lumen Optics' : 'Twinax Works').padEnd(16),
    VendorPN: (isOptical ? 'LO-100G-SR4' : 'TW-100G-CR4-2M').padEnd(16),
    VendorSN: `SIM${identity.serial.slice(-8)}${idx}`.padEnd(16),
    dataValid: true,
    idx,
    present: true,
  }));
}

/** Modules that receive video: one or two lanes in, and a return direction. */
export function sfpReceiveModules(model: DeviceModel): Body[] {
  return rows(SFPS, (idx) => {
    const isFitted = hasModule(model, idx);
    return {
      ...sfp(model, idx, isFitted, 'RX'),
      SFP_RxPower1: isFitted ? dbm(-2.1 - 0.2 * idx) : NONE,
      SFP_RxPower2: isFitted ? dbm(-2.4 - 0.2 * idx) : NONE,
      SFP_VendorRev: isFitted ? 'A1' : NONE,
    };
  });
}

export function sfpTransmitModules(model: DeviceModel): Body[] {
  return rows(SFPS, (idx) => {
    const isFitted = hasModule(model, idx);
    return { ...sfp(model, idx, isFitted, 'TX'), SFP_VendorRev: isFitted ? 'B2' : NONE };
  });
}

function sfp({ identity, thermals }: DeviceModel, idx: number, isFitted: boolean, direction: string): Body {
  return {
    SFP_Mismatch: false,
    SFP_PowerType: isFitted ? 'Average' : NONE,
    SFP_Present: isFitted,
    SFP_Temperature: isFitted ? celsius(thermals.sfp(idx - 1)) : NONE,
    SFP_TxPower1: isFitted ? dbm(-1.2 - 0.1 * idx) : NONE,
    SFP_TxPower2: isFitted ? dbm(-1.5 - 0.1 * idx) : NONE,
    SFP_VendorName: hasOldFirmware(identity) ? vendorIndex(isFitted, idx) : vendorName(isFitted),
    SFP_VendorPN: isFitted ? `LO-12G-${direction}2`.padEnd(16) : NONE,
    SFP_VendorSN: isFitted ? `SIM${identity.serial.slice(-6)}${direction}${idx}`.padEnd(16) : NONE,
    idx,
  };
}

/** Firmware 3.1 numbers the vendors that it knows; 5 is one that it does not know. */
const VENDOR_INDEXES = [3, 5];
const NO_VENDOR = 6;

function vendorIndex(isFitted: boolean, idx: number): number {
  return isFitted ? VENDOR_INDEXES[(idx - 1) % VENDOR_INDEXES.length] : NO_VENDOR;
}

function vendorName(isFitted: boolean): string {
  return isFitted ? 'Lumen Optics'.padEnd(16) : NONE;
}

function hasModule({ identity }: DeviceModel, idx: number): boolean {
  return identity.hasOpticalModules && idx <= SFPS_FITTED;
}

function lanes(prefix: string, isOptical: boolean, power: (lane: number) => number): Body {
  return Object.fromEntries(LANES.map((lane) => [`${prefix}${lane}`, isOptical ? dbm(power(lane)) : NONE]));
}
