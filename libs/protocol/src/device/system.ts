import { index } from '../values/decimal';
import { celsius } from '../values/quantities';
import { text } from '../values/text';

/** A board that need not be there reads exactly `0.0 °C` when it is not; only the main and I/O boards can be that cold. */
const celsiusOfOption = (raw: unknown): number | undefined => celsius(raw) || undefined;

/** `chassis`, a number, as its name. */
export const chassisName = named('SNP Classic', 'SNP Deluxe', 'SNP XL');

/** `vendor` of an SFP module: a text, or the index of a known one, of which the last two are unknown and none. */
export const sfpVendor = named('EMBRIONIX', 'FORMERICA', 'OPTOWAY', 'LIGHTBOLT', 'GENNUM', '', '');

/** Reads a field that is a text, or an index in a list of known names. */
function named(...names: readonly string[]): (raw: unknown) => string | undefined {
  return (raw) => {
    const at = index(raw);
    return at === undefined ? text(raw) : names[at];
  };
}

/** What the object `system` says, by our names: the fields of each section, and of the rows of each table. */
export const SYSTEM = {
  type: 'system',
  identity: {
    section: 'SNP_HW_Stats',
    serial: 'Serial',
    firmware: 'FWRev',
    hardware: 'HWRev',
    mac0: 'MAC_0',
    mac1: 'MAC_1',
    chassis: 'Chassis',
  },
  general: { section: 'General', rebootRequired: 'rebootRequired' },
  alarms: { section: 'Alarm_Stats', major: 'majorInstances', minor: 'minorInstances', types: 'uniqueTypes' },
  boards: {
    section: 'Board_Temperatures',
    main: 'Main_Board',
    io: 'IO_Board',
    sensors: [
      { sensor: 'main_board', field: 'Main_Board', read: celsius },
      { sensor: 'io_board', field: 'IO_Board', read: celsius },
      { sensor: 'tx_board', field: 'Tx_Board', read: celsiusOfOption },
      { sensor: 'exp1_board', field: 'Exp1_Board', read: celsiusOfOption },
      { sensor: 'exp2_board', field: 'Exp2_Board', read: celsiusOfOption },
    ],
  },
  power: {
    section: 'Power_Supply_Stats',
    status: 'PS_Status',
    fanAlarm: 'PS_Fan_Alarm',
    /** The kind of supply: whether it can be swapped under power. */
    hotSwappable: 'PS_Hot_Swap',
    supplies: [
      { index: 1, enabled: 'PS_EN_1', present: 'PS_Present_1', fan: 'PS_Fan_Status_1' },
      { index: 2, enabled: 'PS_EN_2', present: 'PS_Present_2', fan: 'PS_Fan_Status_2' },
    ],
  },
  fcs: {
    section: 'FCS_Stats',
    exceeded: { primary: 'priFCSerrorsExceeded', secondary: 'secFCSerrorsExceeded' },
  },
  fpgaDates: { section: 'FPGA_Dates' },
  fans: { rows: 'Front_Fan_Stats', status: 'Status', speed: 'RotationalSpeed' },
  fpgas: {
    rows: 'FPGA_HW_Stats',
    temperature: 'Temp',
    temperatureAlarm: 'Temp_Alarm',
    configurationAlarm: 'Configuration_Alarm',
    fanAlarm: 'Fan_Alarm',
    fanStatus: 'Fan_Status',
    calibrationAlarm: 'Calib_Alarm',
  },
  qsfps: {
    rows: 'QSFP_Stats',
    present: 'present',
    dataValid: 'dataValid',
    fec: 'FEC_Control',
    vendor: 'VendorName',
    partNumber: 'VendorPN',
    serial: 'VendorSN',
    temperature: 'Temperature',
    temperatureAlarm: 'Temp_Alarm',
    receivePower: ['RxPower1', 'RxPower2', 'RxPower3', 'RxPower4'],
    transmitPower: ['TxPower1', 'TxPower2', 'TxPower3', 'TxPower4'],
  },
  /** SFP modules: the receiving and the sending ones are two tables with the same fields. */
  sfps: {
    rows: { rx: 'SFP_Stats', tx: 'SFP_Tx_Stats' },
    present: 'SFP_Present',
    mismatch: 'SFP_Mismatch',
    vendor: 'SFP_VendorName',
    partNumber: 'SFP_VendorPN',
    serial: 'SFP_VendorSN',
    temperature: 'SFP_Temperature',
    temperatureAlarm: 'Temp_Alarm',
    receivePower: ['SFP_RxPower1', 'SFP_RxPower2'],
    transmitPower: ['SFP_TxPower1', 'SFP_TxPower2'],
  },
  licences: {
    rows: 'License_Info',
    key: 'keyName',
    title: 'keyTitle',
    total: 'tokensTotal',
    available: 'tokensAvailable',
    complaint: 'invalidConfig',
  },
  audioLicences: {
    rows: 'AAP_License_Status',
    key: 'keyName',
    title: 'keyTitle',
    total: 'creditsTotal',
    used: 'creditsUsed',
    complaint: 'invalidConfig',
  },
  dsps: { rows: 'DSPutilization', number: 'DSP_Number', active: 'Active', planned: 'Planned' },
} as const;
