import type { Body } from './audio-parts';

/** A synchroniser with a picture. */
export function frameSync(more: Body = {}): Body {
  return {
    FsVidInputPresent: true,
    FsVidInputStd: '1080i/50',
    OutputVidStd: '1080p/50',
    InputFrozen: false,
    InputBlack: false,
    FrozenStatus: false,
    FsBwStatus: 1,
    MbbInSel: 2,
    VidCorrupted: false,
    FsHphaseTime2PixelConvert: 74.25,
    InputLinkNone: false,
    SdiTxOn: true,
    ActualFrameDelay: 3,
    IncompatVidSrcFmt: false,
    ...more,
  };
}

export function colorCorrector(more: Body = {}): Body {
  return {
    EffectiveInColorimetry: 'Rec 709',
    EffectiveInTCS: 'SDR-TV',
    EffectiveMappingMode: 'Display Light',
    EffectiveOutColorimetry: 'Rec 2020/2100',
    EffectiveOutTCS: 'HLG',
    LutStatus: 'Disabled',
    ...more,
  };
}

/** A changeover that is on its main source. */
export function changeover(more: Body = {}): Body {
  const body: Body = {
    PGMStatus: 'MAIN',
    PSTStatus: 'PROTECT',
    SignalScoreMain: 0,
    SignalScoreProtect: 12,
    ABStatus: 'A',
    ACONotArmed: false,
  };
  for (let packet = 1; packet <= 4; packet++) body[`ANC${packet}Missing`] = packet === 2;
  for (let level = 1; level <= 16; level++) body[`AudCh${level}`] = level > 13;
  return { ...body, ...more };
}

/** No ancillary packets but those given by their fields. */
export function ancillary(more: Body = {}): Body {
  const body: Body = {};
  for (const packet of ['CcTt', 'Edc', 'St2031', 'Wss', 'Afd', 'Scte104', 'Atc', 'SourceId', 'BrandNet', 'RDD18']) {
    body[`Anc${packet}Present`] = 'Not Present';
  }
  return { ...body, ...more };
}

/** A decoder without a stream. */
export function jpegXsDecoder(more: Body = {}): Body {
  return {
    Bitrate: 0,
    Compression: 0,
    Profile: 9,
    Level: 10,
    VideoStandard: 'Unknown',
    ColorDepth: 0,
    ColorSubsampling: 4,
    VideoColorimetry: 5,
    VideoTransferCharacteristics: 4,
    TR07DemuxStatus: 'No Input Stream ',
    TSBitRate: 0,
    RxVidStdMismatch: false,
    TR07DecPatCCError: 0,
    TR07DecPmtCCError: 0,
    TR07DecJxsCCError: 0,
    TR07DecAncCCError: 0,
    TR07DecAes3_1CCError: 0,
    TR07DecAes3_2CCError: 0,
    ...more,
  };
}
