/** The fields of one object or of the rows of one table, by what their values are. */
export interface KnownFields {
  readonly text?: string;
  readonly number?: string;
  readonly boolean?: string;
  /** Depends on the firmware. */
  readonly 'text or number'?: string;
}

const EMBEDDED_AUDIO: KnownFields = {
  text: 'AudDmxGrp#ActiveCh AudDmxGrp#SampleRate AudFormatStatus AudVbitStatus',
  boolean: 'AudDmxGrp#CrcError AudDmxGrp#DBNError AudDmxGrp#EccError AudDmxGrp#ParError AudDmxGrp#Present',
};

const EMBEDDED_AND_OUTPUT_AUDIO: KnownFields = {
  text: 'AudDmxGrp#ActiveCh AudDmxGrp#SampleRate AudFormatStatus AudVbitStatus',
  boolean:
    'AudDmxGrp#CrcError AudDmxGrp#DBNError AudDmxGrp#EccError AudDmxGrp#ParError AudDmxGrp#Present MuxGrp#AppendErr MuxGrp#OvrwErr',
};

const ANCILLARY: KnownFields = {
  text: 'AncAfdPresent AncAtcPresent AncBrandNetPresent AncCcTtPresent AncEdcPresent AncRDD18Present AncScte104Present AncSourceIdPresent AncSt2031Present AncWssPresent',
};

const CHANGEOVER: KnownFields = {
  text: 'ABStatus PGMStatus PSTStatus',
  number: 'SignalScoreMain SignalScoreProtect',
  boolean: 'ACONotArmed ANC#Missing AudCh#',
};

const JPEG_XS_DECODER: KnownFields = {
  text: 'TR07AncStatus TR07AudioStatus TR07DemuxStatus TR07PCMStatus VideoStandard',
  number:
    'Bitrate ColorDepth ColorSubsampling Compression Level Profile TR07DecAes3_1CCError TR07DecAes3_2CCError TR07DecAncCCError TR07DecJxsCCError TR07DecPatCCError TR07DecPmtCCError TSBitRate VideoColorimetry VideoTransferCharacteristics',
  boolean: 'RxVidStdMismatch',
};

const COLOURS: KnownFields = {
  text: 'EffectiveInColorimetry EffectiveInTCS EffectiveMappingMode EffectiveOutColorimetry EffectiveOutTCS LutCubeFile_optList LutStatus',
};

const ANCILLARY_OF_UHD: KnownFields = {
  text: 'AncAfdPresent AncAtcPresent AncBrandNetPresent AncCcTtPresent AncEdcPresent AncRDD18Present AncScte104Present AncSourceIdPresent AncSt2031Present',
};

/**
 * Every field of every status that the simulator sends: by object type, and by the place in the status (`''` is the status
 * itself). `#` is any number. What all statuses have is left out.
 */
export const KNOWN_FIELDS: Readonly<Record<string, Readonly<Record<string, KnownFields>>>> = {
  system: {
    'AAP_License_Status[]': {
      text: 'invalidConfig keyName keyTitle',
      number: 'creditsTotal creditsUsed',
    },
    Alarm_Stats: {
      number: 'majorInstances minorInstances uniqueTypes',
    },
    Board_Temperatures: {
      text: 'Exp1_Board Exp2_Board IO_Board Main_Board Tx_Board',
    },
    'DSPutilization[]': {
      text: 'Active DSP_Number Planned',
    },
    FCS_Stats: {
      boolean: 'priFCSerrorsExceeded secFCSerrorsExceeded',
    },
    FPGA_Dates: {
      text: 'Conv4RevDate ConvRevDate Gw88RevDate JxsdRevDate JxseRevDate MclRevDate MultiviewerPortraitRevDate MultiviewerRevDate RmapRevDate StatRevDate SyncRevDate Tr7dRevDate Tr7duRevDate Tr7eRevDate Tr7euRevDate fpgaBB1RevDate fpgaBB2RevDate fpgaBB3RevDate fpgaBB4RevDate fpgaIPRevDate',
    },
    'FPGA_HW_Stats[]': {
      text: 'Calib_Alarm Fan_Status Temp',
      number: 'idx',
      boolean: 'Configuration_Alarm Fan_Alarm Temp_Alarm',
    },
    'Front_Fan_Stats[]': {
      text: 'RotationalSpeed Status',
      number: 'idx',
    },
    General: {
      text: 'productReleaseState',
      boolean: 'rebootRequired',
    },
    LED_Stats: {
      text: 'LED_States',
    },
    'License_Info[]': {
      text: 'invalidConfig keyName keyTitle',
      number: 'tokensAvailable tokensTotal',
    },
    Power_Supply_Stats: {
      text: 'PS_Status',
      boolean: 'PS_EN_# PS_Fan_Alarm PS_Fan_Status_# PS_Hot_Swap PS_Present_#',
    },
    'QSFP_Stats[]': {
      text: 'CurrentTxEQ FEC_Control PowerType RxPower# Temperature TxPower# VendorName VendorPN VendorSN',
      number: 'idx',
      boolean: 'Lambda Temp_Alarm dataValid present',
    },
    'SFP_Stats[]': {
      text: 'SFP_PowerType SFP_RxPower# SFP_Temperature SFP_TxPower# SFP_VendorPN SFP_VendorRev SFP_VendorSN',
      number: 'idx',
      boolean: 'SFP_Mismatch SFP_Present',
      'text or number': 'SFP_VendorName',
    },
    'SFP_Tx_Stats[]': {
      text: 'SFP_PowerType SFP_Temperature SFP_TxPower# SFP_VendorPN SFP_VendorRev SFP_VendorSN',
      number: 'idx',
      boolean: 'SFP_Mismatch SFP_Present',
      'text or number': 'SFP_VendorName',
    },
    SNP_HW_Stats: {
      text: 'FWRev HWRev MAC_0 MAC_1 Serial sdramSize',
      number: 'Chassis',
    },
    'DSPsessionStatus[]': {
      text: 'session',
      number: 'credits utilization',
    },
  },
  ptp: {
    ptpStatus: {
      text: 'biggestSysTimeUpdate clockIdentity numSysTimeUpdates ptpCtlrState ptpMasterDelay ptpMasterIP ptpMasterInterfaceIP ptpMasterOffset ptpMasterPresent ptpMasterUUID ptpUTC ptpUcipIsMaster rtcTime',
    },
  },
  ipWan: {
    'ipWanActiveStatus[]': {
      text: 'activePriIpAddr activePriSubnet activeSecIpAddr activeSecSubnet',
      number: 'activePriVlanId activeSecVlanId idx',
    },
    ipWanStatus: {
      text: 'altDns dhcpInfo hostName priDns priEthMACaddr priIpAddr priIpMask priPortInfo priRxErrs priRxPkts priRxRate priSwitchInfo priTxPkts priTxRate registrationServer registrationServerConnected rxConfigBw100G rxConfigBw25G[] secEthMACaddr secIpAddr secIpMask secPortInfo secRxErrs secRxPkts secRxRate secSwitchInfo secTxPkts secTxRate systemServer txConfigBw100G txConfigBw25G[]',
      number: 'priGateway secGateway',
      boolean: 'priRxOverBandwidth secRxOverBandwidth txOverBandwidth[]',
    },
  },
  ipRxSetup: {
    ipRxSetupStatus: {
      text: 'RxMinPlayoutDly RxPrimaryIGMPJoin RxPrimaryIGMPJoinStatus RxPrimaryIGMPLeave RxSecondaryIGMPJoin RxSecondaryIGMPJoinStatus RxSecondaryIGMPLeave RxSwitchDuration RxSwitchDurationAsync Switch8KStatus',
      number: 'RxPlayoutDlyFeedback',
    },
  },
  videoGenLock: {
    GenLock: {
      text: 'VidStandard',
      boolean: 'GL_RefLocked GL_SyncPresent',
    },
  },
  ipVidRx: {
    'ipVidRxStatus[]': {
      text: 'VidRxChSwitchMode VidRxClkDomainStatus VidRxColorimetry VidRxMBBstatus VidRxMissingPktCnt VidRxNetworkJitter VidRxNetworkPathDiff VidRxOORPktCnt VidRxPictureHeight VidRxPriIPsourceRO VidRxPriPortRO VidRxReadPktCnt VidRxSeamlessStatus VidRxSecIPsourceRO VidRxSecPortRO VidRxStd VidRxSwitchCount VidRxSwitchErrMsg VidRxTransferCharacteristics VidRxVpid',
      number: 'idx',
    },
  },
  ipAudRx: {
    'ipAudRxStatus[]': {
      text: 'AudRxMissingPktCnt AudRxNetworkJitter AudRxNetworkPathDiff AudRxNumChStatus AudRxOORPktCnt AudRxPacketTime AudRxPriIPsourceRO AudRxPriPortRO AudRxReadPktCnt AudRxSeamlessStatus AudRxSecIPsourceRO AudRxSecPortRO AudRxSwitchCount AudRxSwitchErrMsg',
      number: 'idx',
    },
  },
  ipAncRx: {
    'ipAncRxStatus[]': {
      text: 'AncRxMissingPktCnt AncRxNetworkJitter AncRxNetworkPathDiff AncRxOORPktCnt AncRxPriIPsourceRO AncRxPriPortRO AncRxReadPktCnt AncRxSeamlessStatus AncRxSecIPsourceRO AncRxSecPortRO AncRxSwitchCount AncRxSwitchErrMsg',
      number: 'idx',
    },
  },
  ipVidTx: {
    'ipVidTxProxyStatus[]': {
      text: 'TSBitRate TxPictureHeight TxProxyChBandwidth TxStartingLine priTxProxyMacAddr secTxProxyMacAddr',
      number: 'idx',
    },
    'ipVidTxStatus[]': {
      text: 'TxChBandwidth TxPictureHeight TxStartingLine priTxMacAddr secTxMacAddr',
      number: 'idx',
      'text or number': 'TSBitRate',
    },
  },
  ipAudTx: {
    'ipAudTxStatus[]': {
      text: 'priTxMacAddr secTxMacAddr',
      number: 'idx',
    },
  },
  ipAncTx: {
    'ipAncTxStatus[]': {
      text: 'priTxMacAddr secTxMacAddr',
      number: 'idx',
    },
  },
  procChannelHD: {
    FrameSync: {
      text: 'FsVidInputStd MultiviewerPipAssignment MultiviewerPipDestName MultiviewerPipName OutputVidStd',
      number: 'ActualFrameDelay FsBwStatus FsHphaseTime2PixelConvert MbbInSel VidDlyApplied',
      boolean:
        'FrozenStatus FsVidInputPresent IncompatVidSrcFmt InputBlack InputFrozen InputLinkNone MbbReady MbbTakeDone SdiTxOn VidCorrupted',
    },
    AudioProcessingGwSdi: EMBEDDED_AUDIO,
    AudioProcessing: EMBEDDED_AND_OUTPUT_AUDIO,
    '': {
      boolean: 'active',
    },
    AncDataProcessing: ANCILLARY,
    ACO: CHANGEOVER,
    JpegXsEncoder: {
      number: 'GeneratedBitRate TSBitRate',
    },
    JpegXsDecoder: JPEG_XS_DECODER,
    ColorCorrector2: COLOURS,
    FrameSyncGwSdi: {
      text: 'FsVidInputStd OutputVidStd',
      number: 'ActualFrameDelay FsBwStatus FsHphaseTime2PixelConvert MbbInSel',
      boolean: 'FrozenStatus FsVidInputPresent InputBlack InputFrozen InputLinkNone VidCorrupted',
    },
    ColorCorrector2GwSdi: {
      text: 'EffectiveInColorimetry EffectiveInTCS EffectiveMappingMode',
    },
    AncDataProcessingGwSdi: ANCILLARY,
  },
  procAudio: {
    'AudDlyValue[]': {
      number: 'AudDlyApplied idx',
    },
    'AudExpInPCMStatus[]': {
      text: 'idx',
      boolean: 'AudExpInPCM',
    },
    'AudExpInputPairSRCStatus[]': {
      number: 'idx',
      boolean: 'AudioExpInPairSRCEnabled',
    },
    'AudIpInPCMStatus[]': {
      text: 'idx',
      boolean: 'AudIpInPCM',
    },
    'AudIpInputPairSRCStatus[]': {
      number: 'idx',
      boolean: 'AudIpInPairSRCEnabled',
    },
    'AudOutPCMStatus[]': {
      text: 'idx',
      boolean: 'AudOutPCM',
    },
    'AudOutPCMStatusGwSdi[]': {
      text: 'idx',
      boolean: 'AudOutPCM',
    },
    'AudDlyValueGwSdi[]': {
      number: 'AudDlyApplied idx',
    },
    'MadiRxStatus[]': {
      text: 'cbitStat[] pcmData[] sampleRate vBitStat[]',
      number: 'idx numCh',
    },
    'AudDmxInPCMStatus[]': {
      text: 'idx',
      boolean: 'AudDmxInPCM',
    },
    'AudDmxInputPairSRCStatus[]': {
      number: 'idx',
      boolean: 'AudDmxInPairSRCEnabled',
    },
  },
  processor: {
    general: {
      text: 'SelectLayoutDisplay#_optList audioPacketTimeModesAvail',
      boolean: 'AdvancedMode',
    },
    '': {
      text: 'fpgaLoadingError fpgaLoadingStatus',
      boolean: 'active',
    },
  },
  procMV: {
    'Proc_Stats[].display#': {
      text: 'cascade_input_alarm_reason',
      number: 'num_outputs_used',
      boolean: 'cascade_input_alarm_active not_enough_ports',
    },
    'Proc_Stats[]': {
      text: 'name type',
      number: 'idx',
    },
  },
  videoIn: {
    VideoInput: {
      text: 'VidColorimetry VidStandard VidTransferCharacteristics VidVpid',
      number: 'CrcErrCntA CrcErrCntB EdhErrCntAP EdhErrCntFF',
      boolean: 'CrcError EdhError EdhPresent VidPresent',
    },
  },
  MasterControl: {
    mclStatus: {
      text: 'Pgm1_SourceStatus Pgm2_SourceStatus RoutingAuxSrcStatus RoutingPgmSrcStatus RoutingPstSrcStatus invalidLogicalName',
      boolean: 'routerConnectionError',
    },
    'GPIConfiguration[]': {
      number: 'idx',
      boolean: 'inputState outputState',
    },
    AudioOverStatus: {
      text: 'AudioOverAudType AudioOverSfpModulePr',
    },
    'EasStatus.AppearanceWarning[]': {
      text: 'warning',
      number: 'idx',
    },
    EasStatus: {
      text: 'ClientStatus EASAudType EASSfpModulePr LastMessagePlayoutStatus LastMessageSeverity LastMessageText LastMessageTime',
    },
  },
  PanelControlService: {
    'GroupTableStatus[]': {
      text: 'groupStatus',
      number: 'idx',
    },
    'MclSectionTableStatus[]': {
      text: 'mclSectionStatus',
      number: 'idx',
    },
    'PanelTableStatus[]': {
      text: 'panelStatus',
      number: 'idx',
    },
  },
  procChannelUHD: {
    FrameSync: {
      text: 'AvailableLayoutFiles FsVidInputStd MclInputAssignment MclOutputAssignment MultiviewerPipAssignment MultiviewerPipDestName MultiviewerPipName OutputVidStd',
      number:
        'ActualFrameDelay FsBwStatus FsHphaseTime2PixelConvert InputPixelFormatCurrent MbbInSel OutputPixelFormatCurrent VidDlyApplied',
      boolean:
        'FrozenStatus FsVidInputPresent IncompatVidSrcFmt InputBlack InputFrozen InputLinkNone MbbReady MbbTakeDone SdiTxOn UHDPixelFormatMismatch UhdvidInputPresent',
    },
    'AudioUHD#': EMBEDDED_AND_OUTPUT_AUDIO,
    '': {
      boolean: 'active',
    },
    AncDataProcessing: ANCILLARY_OF_UHD,
    ACO: CHANGEOVER,
    JpegXsEncoder: {
      number: 'GeneratedBitRate TSBitRate',
    },
    JpegXsDecoder: JPEG_XS_DECODER,
    ColorCorrector2: COLOURS,
    FrameSyncGwSdi: {
      text: 'FsVidInputStd OutputVidStd',
      number: 'ActualFrameDelay FsBwStatus FsHphaseTime2PixelConvert MbbInSel',
      boolean:
        'FrozenStatus FsVidInputPresent InputBlack InputFrozen InputLinkNone MbbReady MbbTakeDone UhdvidInputPresent',
    },
    'AudioUHD#GwSdi': EMBEDDED_AUDIO,
    ColorCorrector2GwSdi: {
      text: 'EffectiveInColorimetry EffectiveInTCS EffectiveMappingMode',
    },
    AncDataProcessingGwSdi: ANCILLARY_OF_UHD,
  },
};
