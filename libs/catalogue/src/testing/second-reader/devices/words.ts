/** Fields of a status or of a configuration that say the same words, and every word that devices describe for them. */
export interface Enumeration {
  /** Object type, or `config/` and the object. */
  readonly of: string;
  /** `Array[].Field` is the field of the array's first row. */
  readonly fields: readonly string[];
  readonly words: readonly unknown[];
}

const HD_STANDARDS = [
  ...['1080p/25', '720p/59.94', '1080p/23.98', '1080psf/23.98', '1080p/24', '1080psf/24', '1080p/29.97', '1080i/50'],
  ...['720p/50', '1080i/59.94', '1080p/59.94', '1080p/50', '625i/50', '525i/59.94', 'Unknown'],
];
const UHD_STANDARDS = [
  ...['720p/50', '720p/59.94', '1080i/50', '1080i/59.94', '1080p/25', '1080p/29.97', '1080p/50', '1080p/59.94'],
  ...['2160p/23.98', '2160p/24', '2160p/25', '2160p/29.97', '2160p/50', '2160p/59.94', '625i/50', '525i/59.94'],
  'Unknown',
];
const UHD_STREAM_STANDARDS = [
  ...['2160p/23.98', '2160p/24', '2160p/25', '2160p/29.97', '2160p/50', '2160p/59.94', 'Unknown'],
];
const RECEIVED_STANDARDS = [
  ...['Not Present', '720p/50', '720p/59.94', '625i/50', '525i/59.94', '1080i/50', '1080i/59.94', '1080p/23.98'],
  ...['1080psf/23.98', '1080p/25', '1080p/29.97', '1080p/50', '1080p/59.94', '2160p/50', '2160p/59.94'],
  ...['1080psf/25', '1080psf/29.97'],
];
const INPUT_STANDARDS = [
  ...['1080p/25', '1080psf/25', '720p/59.94', '1080p/23.98', '1080psf/23.98', '1080p/24', '1080psf/24'],
  ...['1080p/29.97', '1080psf/29.97', '1080i/50', '720p/50', '1080i/59.94', '1080p/59.94', '1080p/50', '2060p/50'],
  ...['2060p/59.94', '625i/50', '525i/59.94', 'Unknown'],
];
const COLORIMETRY = ['Rec 709', 'Rec 601', 'Reserved', 'Rec 2020/2100', 'Unknown'];
const TRANSFER = ['SDR-TV', 'HLG', 'PQ', 'Unspecified/SLOG3'];
const MAPPING = ['Display Light', 'Scene Light', 'Scene Light (AIM)', 'Unknown'];
const PROTECTION = ['Not Present', 'Primary Only', 'Secondary Only', 'Present', 'Present (Loopback)'];
const PROGRAM = ['MAIN', 'PROTECT', 'TSG', 'Freeze', 'Pass MAIN', 'Pass PROTECT', 'Black', 'OFF'];
const ACTIVE_CHANNELS = [
  ...['None', 'CH1', 'CH2', 'CH12', 'CH3', 'CH13', 'CH23', 'CH123', 'CH4', 'CH14', 'CH24', 'CH124', 'CH34'],
  ...['CH134', 'CH234', 'CH1234'],
];
const SAMPLE_RATES = ['48kHz', '44.1kHz', '32kHz', 'Free Run', 'N/A'];
const PACKET_TIMES = [
  ...['250 us', '333 us', '1 ms', '4 ms', '125 us', '62.5 us (Unsupported)', '500 us', '2 ms (Unsupported)'],
  'Unsupported',
];
const PERSONALITIES = [
  ...['Sync', 'Remap', 'Conv', 'Quad Conversion', 'Multiviewer', 'Multiviewer Portrait', 'JPEG-XS Decoder'],
  ...['JPEG-XS Encoder', 'STAT', 'Master Control Lite', 'JPEG-XS Encoder (TR-07)', 'JPEG-XS Decoder (TR-07)'],
  ...['JPEG-XS Encoder UHD (TR-07)', 'JPEG-XS Decoder UHD (TR-07)', 'Dual Gateway'],
];
const LOCKING_MODES = ['PTP Only', 'PTP With Black Assist', 'Freerun', 'Freerun with Black Assist'];

/** What a device of firmware 3.1 describes for its statuses. */
export const STATUS_WORDS: readonly Enumeration[] = [
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxChSwitchMode'], words: ['Make After Break', 'Make Before Break'] },
  {
    of: 'ipVidRx',
    fields: ['ipVidRxStatus[].VidRxClkDomainStatus'],
    words: ['Unknown', 'Synchronous', 'Asynchronous'],
  },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxStd'], words: RECEIVED_STANDARDS },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxColorimetry'], words: COLORIMETRY },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxTransferCharacteristics'], words: [...TRANSFER, 'Unknown'] },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxSeamlessStatus'], words: PROTECTION },
  { of: 'ipAudRx', fields: ['ipAudRxStatus[].AudRxSeamlessStatus'], words: PROTECTION },
  { of: 'ipAudRx', fields: ['ipAudRxStatus[].AudRxPacketTime'], words: PACKET_TIMES },
  { of: 'ipAncRx', fields: ['ipAncRxStatus[].AncRxSeamlessStatus'], words: PROTECTION },
  { of: 'ipVidTx', fields: ['ipVidTxStatus[].TxChBandwidth'], words: ['Disabled', 'OK'] },
  { of: 'ipVidTx', fields: ['ipVidTxProxyStatus[].TxProxyChBandwidth'], words: ['Disabled', 'OK'] },
  { of: 'videoIn', fields: ['VideoInput.VidStandard'], words: INPUT_STANDARDS },
  { of: 'videoIn', fields: ['VideoInput.VidColorimetry'], words: [...COLORIMETRY, 'Not Available'] },
  { of: 'videoIn', fields: ['VideoInput.VidTransferCharacteristics'], words: [...TRANSFER, 'Not Available'] },
  { of: 'system', fields: ['SNP_HW_Stats.Chassis'], words: upTo(2) },
  { of: 'system', fields: ['Power_Supply_Stats.PS_Hot_Swap'], words: [true, false] },
  { of: 'system', fields: ['SFP_Stats[].SFP_VendorName'], words: upTo(6) },
  { of: 'system', fields: ['SFP_Tx_Stats[].SFP_VendorName'], words: upTo(6) },
  { of: 'procAudio', fields: ['aapLoudnessMeters[].instanceMeters[].idx'], words: upTo(7) },
  { of: 'procAudio', fields: ['aapDolbyEDecoder[].instanceStatus.MetadataArray[].idx'], words: upTo(8).slice(1) },
  ...channelWords('procChannelHD', HD_STANDARDS, HD_STANDARDS, ['AudioProcessing']),
  ...channelWords(
    'procChannelUHD',
    UHD_STANDARDS,
    UHD_STREAM_STANDARDS,
    [1, 2, 3, 4].map((link) => `AudioUHD${link}`),
  ),
  { of: 'procChannelUHD', fields: ['FrameSync.InputPixelFormatCurrent'], words: upTo(1) },
  { of: 'procChannelUHD', fields: ['FrameSync.OutputPixelFormatCurrent'], words: upTo(1) },
];

/** What it describes for the configurations that are polled. */
export const CONFIG_WORDS: readonly Enumeration[] = [
  { of: 'config/processor', fields: ['general.personality'], words: PERSONALITIES },
  { of: 'config/processor', fields: ['general.audioPacketTime'], words: [2, 4, 6] },
  { of: 'config/processor', fields: ['sections[].opMode'], words: ['HD', 'UHD'] },
  { of: 'config/processor', fields: ['sections[].inputMode'], words: ['SDI', 'IP'] },
  { of: 'config/ptp', fields: ['ptpGeneral.ptpMode'], words: upTo(1) },
  { of: 'config/ptp', fields: ['ptpGeneral.ptpLockingMode'], words: LOCKING_MODES },
  {
    of: 'config/ptp',
    fields: ['ptpGeneral.ptpUnicastMode'],
    words: ['Disabled', 'Non-negotiated Unicast', 'Negotiated Unicast'],
  },
  { of: 'config/ptp', fields: ['ptpMaster.ptpProfile'], words: ['SMPTE ST 2059-2'] },
  {
    of: 'config/system',
    fields: ['System_Control.Net_Mode'],
    words: ['Bonded Active/Backup', 'Bonded LACP', 'Dual Addresses'],
  },
];

/** Words that devices are known to say where they describe a text only. */
export const KNOWN_WORDS: readonly Enumeration[] = [
  {
    of: 'ptp',
    fields: ['ptpStatus.ptpCtlrState'],
    words: ['Locked', 'Unlocked-Free Run', 'Acquiring', 'Holdover', 'Warming up', 'N/A', 'Unknown'],
  },
  {
    of: 'ptp',
    fields: ['ptpStatus.ptpMasterPresent'],
    words: ['Primary/Secondary', 'Primary', 'Secondary', 'None', 'N/A'],
  },
  { of: 'ptp', fields: ['ptpStatus.ptpUcipIsMaster'], words: ['Master', 'Slave', 'N/A'] },
  { of: 'ipVidTx', fields: ['ipVidTxStatus[].TxChBandwidth'], words: ['Ok', 'OK', 'ok', 'Disabled', 'Limited', 'N/A'] },
  {
    of: 'ipVidTx',
    fields: ['ipVidTxStatus[].priTxMacAddr'],
    words: ['Dst Unreachable', '01:00:5E:AB:CD:EF', 'N/A', ''],
  },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxMBBstatus'], words: ['Ready', 'Not Ready', 'N/A'] },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxSwitchErrMsg'], words: ['None', '', 'No free bandwidth', 'N/A'] },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxSeamlessStatus'], words: ['Degraded', 'N/A', 'Unknown', ''] },
  { of: 'ipVidRx', fields: ['ipVidRxStatus[].VidRxStd'], words: ['4320p/59.94', 'N/A', ''] },
  { of: 'system', fields: ['QSFP_Stats[].FEC_Control'], words: ['ON', 'OFF', 'Auto', 'N/A'] },
  { of: 'system', fields: ['Power_Supply_Stats.PS_Status'], words: ['OK', 'Failed', 'Not Present', 'N/A'] },
  { of: 'system', fields: ['SFP_Stats[].SFP_VendorName'], words: ['EMBRIONIX ', 'Other Maker', 'N/A', 'Unknown'] },
  { of: 'system', fields: ['Board_Temperatures.Tx_Board'], words: ['0.0 °C', '0 °C', '44.5 °C', '-3.5 °C', 'N/A'] },
  { of: 'processor', fields: ['fpgaLoadingStatus'], words: ['Ready', 'Loading', 'N/A'] },
  { of: 'processor', fields: ['fpgaLoadingError'], words: ['N/A', 'Image is damaged'] },
  { of: 'MasterControl', fields: ['AudioOverStatus.AudioOverSfpModulePr'], words: ['Missing', 'Present', 'N/A'] },
  { of: 'MasterControl', fields: ['EasStatus.EASSfpModulePr'], words: ['Missing', 'Present', 'N/A'] },
  { of: 'MasterControl', fields: ['EasStatus.ClientStatus'], words: ['Disabled', 'Connected', 'N/A'] },
  { of: 'procChannelHD', fields: ['ACO.PGMStatus'], words: ['Emergency', 'MAIN', 'OFF'] },
  { of: 'procChannelHD', fields: ['ACO.ABStatus'], words: ['A', 'B', 'C', 'N/A', ''] },
  {
    of: 'ipRxSetup',
    fields: ['ipRxSetupStatus.RxPrimaryIGMPJoinStatus'],
    words: ['OK', '', 'Join took too long', 'N/A'],
  },
  { of: 'ipWan', fields: ['ipWanStatus.registrationServerConnected'], words: ['10.0.0.9:8235', ''] },
];

function channelWords(
  of: string,
  standards: readonly string[],
  streamStandards: readonly string[],
  audioObjects: readonly string[],
): Enumeration[] {
  const gatewayAudio = of === 'procChannelHD' ? 'AudioProcessingGwSdi' : 'AudioUHD1GwSdi';
  const groups = [...audioObjects, gatewayAudio].flatMap((audio) =>
    [1, 2, 3, 4].map((group) => `${audio}.AudDmxGrp${group}`),
  );
  const colors = ['ColorCorrector2', 'ColorCorrector2GwSdi'];
  return [
    { of, fields: ['FrameSync.FsVidInputStd', 'FrameSyncGwSdi.FsVidInputStd'], words: standards },
    { of, fields: ['FrameSync.OutputVidStd', 'FrameSyncGwSdi.OutputVidStd'], words: standards },
    { of, fields: colors.map((color) => `${color}.EffectiveInColorimetry`), words: COLORIMETRY },
    { of, fields: colors.map((color) => `${color}.EffectiveInTCS`), words: TRANSFER },
    { of, fields: colors.map((color) => `${color}.EffectiveMappingMode`), words: MAPPING },
    { of, fields: ['ColorCorrector2.EffectiveOutColorimetry'], words: COLORIMETRY },
    { of, fields: ['ColorCorrector2.EffectiveOutTCS'], words: TRANSFER },
    { of, fields: ['ACO.PGMStatus'], words: PROGRAM },
    { of, fields: ['ACO.PSTStatus'], words: PROGRAM },
    { of, fields: ['ACO.ABStatus'], words: ['A', 'B'] },
    { of, fields: ['JpegXsDecoder.VideoStandard'], words: streamStandards },
    { of, fields: ['JpegXsDecoder.Profile'], words: upTo(9) },
    { of, fields: ['JpegXsDecoder.Level'], words: upTo(10) },
    { of, fields: ['JpegXsDecoder.VideoColorimetry'], words: upTo(5) },
    { of, fields: ['JpegXsDecoder.ColorSubsampling'], words: upTo(4) },
    { of, fields: ['JpegXsDecoder.VideoTransferCharacteristics'], words: upTo(4) },
    { of, fields: groups.map((group) => `${group}ActiveCh`), words: ACTIVE_CHANNELS },
    { of, fields: groups.map((group) => `${group}SampleRate`), words: SAMPLE_RATES },
  ];
}

/** 0, 1 … `last` */
function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, index) => index);
}
