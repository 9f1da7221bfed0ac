import { audio, demultiplexer, type Body } from './audio-parts';
import { ancillary, changeover, colorCorrector, frameSync, jpegXsDecoder } from './channel-parts';

/** A channel in HD mode, changeover in use. */
export function hdChannel(id: string, more: Body = {}): Body {
  return {
    ...{ type: 'procChannelHD', object_ID: id, name: id, active: true, fme_ip: '10.1.2.3' },
    FrameSync: frameSync(),
    ColorCorrector2: colorCorrector(),
    ACO: changeover(),
    AudioProcessing: audio([1, 3]),
    AncDataProcessing: ancillary({ AncAtcPresent: 'Line 10, Line 572', AncAfdPresent: 'Line 11' }),
    JpegXsEncoder: { GeneratedBitRate: 0, TSBitRate: 0 },
    JpegXsDecoder: jpegXsDecoder(),
    ...{ FrameSyncGwSdi: {}, ColorCorrector2GwSdi: {}, AncDataProcessingGwSdi: {}, VideoTsg: {} },
    AudioProcessingGwSdi: { AudVbitStatus: '==== ==== ==== ====', AudFormatStatus: 'PPPP PPPP PPPP PPPP' },
    ...more,
  };
}

/** A channel in UHD mode: audio on four links. */
export function uhdChannel(id: string, more: Body = {}): Body {
  return {
    ...{ type: 'procChannelUHD', object_ID: id, name: id, active: true, fme_ip: '10.1.2.3' },
    FrameSync: uhdFrameSync(),
    ColorCorrector2: colorCorrector({ EffectiveInColorimetry: 'Rec 2020/2100' }),
    ACO: changeover({ PGMStatus: 'OFF', PSTStatus: 'OFF' }),
    AudioUHD1: audio([1, 2, 3, 4], { AudDmxGrp2DBNError: true, MuxGrp4OvrwErr: true }),
    AudioUHD2: audio([1]),
    AudioUHD3: audio([], { AudDmxGrp3CrcError: true }),
    AudioUHD4: audio([]),
    AncDataProcessing: ancillary({ AncRDD18Present: 'Line 9', AncWssPresent: undefined }),
    JpegXsEncoder: { GeneratedBitRate: 0, TSBitRate: 0 },
    JpegXsDecoder: jpegXsDecoder(),
    ...more,
  };
}

function uhdFrameSync(more: Body = {}): Body {
  return frameSync({
    UhdvidInputPresent: true,
    FsVidInputPresent: false,
    FsVidInputStd: '2160p/59.94',
    OutputVidStd: '2160p/50',
    UHDPixelFormatMismatch: true,
    InputPixelFormatCurrent: 1,
    OutputPixelFormatCurrent: 0,
    MbbReady: true,
    VidCorrupted: undefined,
    ...more,
  });
}

/** The other direction of an HD channel of a Dual Gateway, SDI to IP. */
export function hdGateway(more: Body = {}): Body {
  return {
    FrameSyncGwSdi: gatewayFrameSync({ FsVidInputStd: '720p/50', OutputVidStd: '720p/50', InputBlack: true }),
    ColorCorrector2GwSdi: gatewayColor(),
    AncDataProcessingGwSdi: ancillary({ AncScte104Present: 'Line 12' }),
    AudioProcessingGwSdi: demultiplexer([2], { AudDmxGrp4EccError: true }),
    ...more,
  };
}

/** The other direction of a UHD channel of a Dual Gateway, SDI to IP. */
export function uhdGateway(more: Body = {}): Body {
  return {
    FrameSyncGwSdi: gatewayFrameSync({ UhdvidInputPresent: false, FsVidInputStd: 'Unknown', OutputVidStd: '2160p/25' }),
    ColorCorrector2GwSdi: gatewayColor(),
    AncDataProcessingGwSdi: ancillary({ AncCcTtPresent: 'Line 9', AncWssPresent: undefined }),
    AudioUHD1GwSdi: demultiplexer([1, 4]),
    ...more,
  };
}

/** It has no output and no multiviewer. */
function gatewayFrameSync(more: Body): Body {
  return frameSync({ SdiTxOn: undefined, IncompatVidSrcFmt: undefined, ActualFrameDelay: 1, ...more });
}

function gatewayColor(): Body {
  return { EffectiveInColorimetry: 'Rec 601', EffectiveInTCS: 'PQ', EffectiveMappingMode: 'Scene Light' };
}
