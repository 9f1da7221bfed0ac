import type { Body } from './audio-parts';

const FPGAS = [61.5, 72, 80.5, 0, 59];

/** Everything that a chassis says of itself, with modules in some of its slots. */
export function system(more: Body = {}): Body {
  return {
    ...{ type: 'system', object_ID: 'system', name: 'system', fme_ip: '10.1.2.3' },
    General: { productReleaseState: '', rebootRequired: true },
    SNP_HW_Stats: {
      ...{ MAC_0: '00:90:f9:00:00:01', MAC_1: '00:90:f9:00:00:02', HWRev: '1.2', FWRev: '3.2.1.7' },
      ...{ Serial: '2000000042', Chassis: 1, sdramSize: '1 GB' },
    },
    Board_Temperatures: {
      ...{ Main_Board: '41.5 °C', IO_Board: '0.0 °C', Tx_Board: '0.0 °C', Exp1_Board: 'N/A', Exp2_Board: '38.0 °C' },
    },
    Alarm_Stats: { uniqueTypes: 3, majorInstances: 1, minorInstances: 17 },
    Power_Supply_Stats: {
      ...{ PS_EN_1: true, PS_EN_2: false, PS_Status: 'Failed', PS_Fan_Status_1: true, PS_Fan_Status_2: false },
      ...{ PS_Fan_Alarm: true, PS_Hot_Swap: true, PS_Present_1: true, PS_Present_2: false },
    },
    FPGA_HW_Stats: FPGAS.map((degrees, index) => fpga(index + 1, degrees)),
    FPGA_Dates: { fpgaIPRevDate: 'HW:2025-01-02 SW:2025-03-04', SyncRevDate: 'N/A', Gw88RevDate: '' },
    Front_Fan_Stats: [
      { idx: 1, Status: 'OK', RotationalSpeed: '11800 RPM' },
      { idx: 2, Status: 'Fault', RotationalSpeed: '0 RPM' },
      { idx: 3, Status: 'Not Present', RotationalSpeed: 'N/A' },
    ],
    QSFP_Stats: [qsfp(1), emptyQsfp(2)],
    SFP_Stats: [sfp(1, 1), sfp(2, 'LIGHTBOLT  '), emptySfp(3)],
    SFP_Tx_Stats: [sfp(1, 5), emptySfp(2)],
    License_Info: [license('KEY-A', 4, 1), license('KEY-B', 0, 0), license('KEY-C', 0, 0, 'Too few tokens')],
    AAP_License_Status: [
      { keyName: 'AUDIO-A', keyTitle: 'Upmix', creditsTotal: 8, creditsUsed: 3, invalidConfig: '' },
      { keyName: 'AUDIO-B', keyTitle: 'Loudness', creditsTotal: 0, creditsUsed: 0, invalidConfig: '' },
    ],
    FCS_Stats: { priFCSerrorsExceeded: false, secFCSerrorsExceeded: true },
    DSPutilization: [
      { DSP_Number: 'OB-1', Planned: '75', Active: '42.5' },
      { DSP_Number: 'OB-2', Planned: 0, Active: 'N/A' },
    ],
    DSPsessionStatus: [],
    ...more,
  };
}

function fpga(idx: number, degrees: number): Body {
  return {
    ...{ idx, Temp: `${degrees.toFixed(1)} °C`, Temp_Alarm: idx === 3, Configuration_Alarm: idx === 2 },
    ...{ Fan_Status: idx === 4 ? 'Not Present' : 'OK', Fan_Alarm: idx === 5 },
    Calib_Alarm: idx === 1 ? 'Calibration of DDR failed' : '',
  };
}

function qsfp(idx: number): Body {
  return {
    ...{ idx, present: true, dataValid: true, PowerType: 'OMA', Temperature: '33.1 °C', Temp_Alarm: false },
    ...{ FEC_Control: 'ON', VendorName: 'Some Optics    ', VendorPN: 'SO-100G-SR4 ', VendorSN: 'SN 0001  ' },
    ...{ RxPower1: '-0.4 dBm', RxPower2: '1.2 dBm', RxPower3: '-40.0 dBm', RxPower4: '0.0 dBm' },
    ...{ TxPower1: '0.1 dBm', TxPower2: '0.2 dBm', TxPower3: '0.3 dBm', TxPower4: 'N/A' },
  };
}

function emptyQsfp(idx: number): Body {
  return {
    ...{ idx, present: false, dataValid: false, PowerType: 'N/A', Temperature: 'N/A', Temp_Alarm: false },
    ...{ FEC_Control: 'Auto', VendorName: 'N/A', VendorPN: 'N/A', VendorSN: 'N/A', RxPower1: 'N/A', TxPower1: 'N/A' },
  };
}

export function sfp(idx: number, vendor: unknown): Body {
  return {
    ...{ idx, SFP_Present: true, SFP_Mismatch: idx === 2, SFP_PowerType: 'AVG', SFP_RxPower1: '-5.1 dBm' },
    ...{ SFP_RxPower2: 'N/A', SFP_TxPower1: '-2.0 dBm', SFP_TxPower2: '-2.5 dBm', SFP_Temperature: '36.0 °C' },
    ...{ SFP_VendorName: vendor, SFP_VendorPN: 'PN-1 ', SFP_VendorRev: 'A', SFP_VendorSN: '0007' },
  };
}

function emptySfp(idx: number): Body {
  return {
    ...{ idx, SFP_Present: false, SFP_Mismatch: false, SFP_PowerType: 'N/A', SFP_RxPower1: 'N/A', SFP_RxPower2: 'N/A' },
    ...{ SFP_TxPower1: 'N/A', SFP_TxPower2: 'N/A', SFP_Temperature: 'N/A', SFP_VendorName: 6, SFP_VendorPN: 'N/A' },
    ...{ SFP_VendorRev: 'N/A', SFP_VendorSN: 'N/A' },
  };
}

export function license(keyName: string, tokensTotal: number, tokensAvailable: number, invalidConfig = ''): Body {
  return { keyName, keyTitle: `Title of ${keyName}`, tokensTotal, tokensAvailable, invalidConfig };
}
