import type { JsonObject, Status } from '@snp/protocol';

/** A status as a session tells of it. */
export function aStatus(type: string, body: JsonObject, objectId: string = type): Status {
  return { type, objectId, body };
}

/** The object `system` of a healthy device. */
export function systemBody(different: JsonObject = {}): JsonObject {
  return {
    Alarm_Stats: { majorInstances: 0, minorInstances: 2, uniqueTypes: 1 },
    Board_Temperatures: { Main_Board: '44.0 °C', IO_Board: '45.5 °C', Tx_Board: '0.0 °C', Exp1_Board: 'N/A' },
    FCS_Stats: { priFCSerrorsExceeded: false, secFCSerrorsExceeded: false },
    FPGA_HW_Stats: [anFpga(1), anFpga(2)],
    Front_Fan_Stats: [
      { RotationalSpeed: '12024 RPM', Status: 'OK', idx: 1 },
      { RotationalSpeed: '11910 RPM', Status: 'OK', idx: 2 },
    ],
    General: { rebootRequired: false },
    Power_Supply_Stats: powerSupplies(),
    QSFP_Stats: [{ idx: 1, present: true, Temp_Alarm: false, Temperature: '38.2 °C' }],
    SNP_HW_Stats: { FWRev: '3.2.0.35', Chassis: 0, HWRev: '1.0', Serial: '2118161053', MAC_0: '00:90:f9:34:7D:D4' },
    ...different,
  };
}

export function anFpga(idx: number, different: JsonObject = {}): JsonObject {
  return {
    Calib_Alarm: '',
    Configuration_Alarm: false,
    Fan_Alarm: false,
    Fan_Status: 'OK',
    Temp: `${60 + idx}.5 °C`,
    Temp_Alarm: false,
    idx,
    ...different,
  };
}

export function powerSupplies(different: JsonObject = {}): JsonObject {
  return {
    PS_EN_1: true,
    PS_EN_2: true,
    PS_Fan_Alarm: false,
    PS_Fan_Status_1: true,
    PS_Fan_Status_2: true,
    PS_Hot_Swap: false,
    PS_Present_1: true,
    PS_Present_2: true,
    PS_Status: 'OK',
    ...different,
  };
}

/** The object `ptp` of a device that is locked. */
export function ptpBody(different: JsonObject = {}): JsonObject {
  return {
    ptpStatus: {
      clockIdentity: '00 90 F9 FF FE 34 7D D6',
      ptpCtlrState: 'Locked',
      ptpMasterDelay: '0.153 us',
      ptpMasterIP: '10.9.9.65',
      ptpMasterOffset: '0.132 us',
      ptpMasterPresent: 'Primary/Secondary',
      ptpMasterUUID: '08-00-11-FF-FE-23-2C-56',
      ptpUTC: 'Tue Jan 27 15:31:39 2026',
      ptpUcipIsMaster: 'Slave',
      ...different,
    },
  };
}

/** A row of `ipVidRx` that receives from two protected sources. */
export function aVideoReceiver(idx: number, different: JsonObject = {}): JsonObject {
  return {
    VidRxPriIPsourceRO: `239.175.100.${idx}`,
    VidRxPriPortRO: '20000',
    VidRxSecIPsourceRO: `239.176.100.${idx}`,
    VidRxSecPortRO: '20000',
    VidRxSeamlessStatus: 'Present',
    VidRxMissingPktCnt: '1',
    VidRxReadPktCnt: '1675704744',
    VidRxStd: '1080i/50',
    VidRxSwitchCount: '2',
    VidRxSwitchErrMsg: 'None',
    idx,
    ...different,
  };
}

export function videoReceivers(...rows: readonly JsonObject[]): JsonObject {
  return { ipVidRxStatus: rows };
}
