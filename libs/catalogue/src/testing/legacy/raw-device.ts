/** What a device says to the Python exporter, with odd words in places where devices write them. */
type Raw = Readonly<Record<string, unknown>>;

const SYSTEM: Raw = {
  ...{ type: 'system', object_ID: 'system', name: 'system', fme_ip: '10.1.2.3' },
  Board_Temperatures: { Main_Board: '41.5 °C', IO_Board: '0.0 °C', Tx_Board: '0.0 °C', Exp1_Board: 'N/A' },
  Power_Supply_Stats: { PS_Status: 'OK', PS_EN_1: true, PS_Present_1: true },
  SNP_HW_Stats: { FWRev: ' 3.2.0.35', HWRev: 'Unknown', Serial: 'A\t1"2\\3é\n4 ', Chassis: 0 },
  Alarm_Stats: { uniqueTypes: 4, majorInstances: 2, minorInstances: '46' },
  FPGA_HW_Stats: [
    { idx: 1, Temp: '66.5 °C', Fan_Status: 'OK', Temp_Alarm: false, Configuration_Alarm: false, Fan_Alarm: false },
    { idx: 2, Temp: 'N/A', Fan_Status: 'Not Present', Temp_Alarm: true, Configuration_Alarm: false, Fan_Alarm: false },
    { idx: 3, Temp: '0.0 °C', Fan_Status: 'Failed', Temp_Alarm: false, Configuration_Alarm: true, Fan_Alarm: true },
    { idx: '4', Temp: ' 77.0 °C ', Fan_Status: ' OK ', Temp_Alarm: false, Configuration_Alarm: false, Fan_Alarm: true },
    { idx: 5, Fan_Status: '', Temp_Alarm: 'yes', Configuration_Alarm: false, Fan_Alarm: false },
  ],
  Front_Fan_Stats: [
    { idx: 1, Status: 'OK', RotationalSpeed: '12024 RPM' },
    { idx: 2, Status: 'Not Present', RotationalSpeed: 'N/A' },
    { idx: 3, Status: 'Fault', RotationalSpeed: '0 RPM' },
    { idx: 4, Status: 'OK', RotationalSpeed: '11988 RPM' },
  ],
  QSFP_Stats: [
    { idx: 1, present: true, dataValid: true, Temperature: '33.1 °C', Temp_Alarm: false, VendorName: 'Maker ' },
    { idx: 2, present: false, dataValid: false, Temperature: 'N/A', Temp_Alarm: false, VendorName: 'N/A' },
  ],
  SFP_Stats: [
    { idx: 1, SFP_Present: true, SFP_Mismatch: false },
    { idx: 2, SFP_Present: true, SFP_Mismatch: true },
    { idx: 3, SFP_Present: false, SFP_Mismatch: false },
    { idx: 4, SFP_Present: false, SFP_Mismatch: false },
  ],
  FCS_Stats: { priFCSerrorsExceeded: false, secFCSerrorsExceeded: true },
};

export const PTP: Raw = {
  ...{ type: 'ptp', object_ID: 'ptp', name: 'ptpStatus', fme_ip: '10.1.2.3' },
  ptpStatus: {
    ...{ ptpCtlrState: 'Unlocked-Free Run', ptpUcipIsMaster: 'Master', ptpMasterPresent: 'None' },
    ...{ ptpMasterOffset: '1.5 ms', ptpMasterDelay: '132 ns', biggestSysTimeUpdate: '1001 ms' },
    ...{ numSysTimeUpdates: '23', ptpUTC: 'Tue Feb  3 20:00:01 2026', rtcTime: 'N/A' },
    ...{ clockIdentity: '00 90 F9 FF FE 00 00 01', ptpMasterIP: '0.0.0.0', ptpMasterInterfaceIP: 'N/A' },
    ptpMasterUUID: ' 08-00-11-FF-FE-00-00-01  ',
  },
};

/** Standard and colorimetry of each row. */
const VIDEO_ROWS: readonly (readonly [unknown, unknown])[] = [
  ['1080i/50', 'Rec 709'],
  ['1080i/59.94', 'Rec 709'],
  ['Not Present', 'Unknown'],
  ['Not Present', 'Rec 709'],
  ['720p/50', 'Rec 601'],
  ['1080p/50', 'Rec 2020/2100'],
  ['625i/50', 'Reserved'],
  [' 1080psf/25 ', 'Rec 709 '],
  ['', 'Unknown'],
  ['N/A', 'N/A'],
  ['Norme "étendue"', 'C:\\colours\tnew'],
  [undefined, 'Rec 709'],
];

const VIDEO_RX: Raw = {
  ...{ type: 'ipVidRx', object_ID: 'ipVidRx', fme_ip: '10.1.2.3' },
  ipVidRxStatus: Array.from({ length: 36 }, (_, index) => {
    const [VidRxStd, VidRxColorimetry] = VIDEO_ROWS[index] ?? ['Not Present', 'Unknown'];
    const source = index < 2 ? '239.1.0.1' : '0.0.0.0';
    return { idx: index + 1, VidRxStd, VidRxColorimetry, VidRxPriIPsourceRO: source, VidRxPriPortRO: '20000' };
  }),
};

/** Changeover path and whether the channel is active. */
const CHANNELS: Readonly<Record<string, readonly [unknown, boolean]>> = {
  'A-HD-1': ['A', true],
  'A-HD-2': ['B', true],
  'A-HD-3': ['A', false],
  'A-HD-4': ['B', false],
  'A-HD-5': ['N/A', true],
  'A-HD-6': ['C', true],
  'A-HD-7': ['', true],
  'A-HD-8': [' A ', true],
  'B-HD-1': [7, true],
  'B-HD-9': ['A', true],
};

const CHANNEL_STATUSES: readonly Raw[] = Object.entries(CHANNELS).map(([object_ID, [ABStatus, active]]) => ({
  ...{ type: 'procChannelHD', object_ID, active, fme_ip: '10.1.2.3' },
  ACO: { ABStatus, PGMStatus: 'OFF' },
}));

export const STATUSES: readonly Raw[] = [SYSTEM, PTP, VIDEO_RX, ...CHANNEL_STATUSES];

/** `config/processorX`. */
export const PROCESSORS = {
  processorA: { general: { personality: 'Multiviewer', forceMAB: false, audioPacketTime: 2 } },
  processorB: { general: { personality: 'N/A', forceMAB: true, audioPacketTime: 4 } },
  processorC: { general: { personality: ' JPEG-XS Encoder (TR-07) ', forceMAB: 'no', audioPacketTime: '0.125 ms' } },
  processorD: { general: { personality: 'Unknown', audioPacketTime: 'N/A' } },
} as const;

/** `config/system`. */
export const systemConfig = (Net_Mode: unknown): Raw => ({ System_Control: { Net_Mode } });

/** `console/status`. */
export const CONSOLE: Raw = {
  operation: '',
  data: {
    ...{ upTime: 'up 3 days, 4:05', pwrOnTime: ' 14 days 01 hours 26 minutes 09 sec' },
    ...{ serialNum: 'Not Present', firmwareVer: ' 3.2.0.35', netMode: 'dual' },
  },
};
