import type { Channel } from '../../model/signals';
import type { Body } from '../generator';
import { hasPicture } from './picture';

const CHANNELS_IN_USE = 6;

export function frameSync(channel: Channel, isOldFirmware: boolean): Body {
  const { standard, position, isUhd } = channel;
  const isUsed = position < CHANNELS_IN_USE;
  return {
    ...input(channel),
    IncompatVidSrcFmt: false,
    SdiTxOn: isUsed && position % 2 === 0,
    InputLinkNone: false,
    FsBwStatus: isUsed ? 1 : 0,
    OutputVidStd: isUsed ? standard : 'Unknown',
    MbbInSel: position % 4,
    ActualFrameDelay: frameDelay(channel),
    FsHphaseTime2PixelConvert: pixelsPerMicrosecond(isUsed ? standard : ''),
    ...(isOldFirmware && !isUhd ? {} : makeBeforeBreak(isUsed)),
    ...(isOldFirmware ? {} : { VidDlyApplied: hasPicture(channel) ? 33_000 + position * 130 : 0 }),
    ...(channel.isMultiviewer || isOldFirmware ? MULTIVIEWER : {}),
    ...(isUhd ? UHD : {}),
  };
}

/** The direction SDI to IP of a gateway. */
export function gatewayFrameSync(channel: Channel): Body {
  const { standard, position, isUhd } = channel;
  return {
    ...input(channel),
    InputLinkNone: !hasPicture(channel),
    FsBwStatus: 1,
    OutputVidStd: standard,
    MbbInSel: position % 4,
    ActualFrameDelay: frameDelay(channel),
    FsHphaseTime2PixelConvert: pixelsPerMicrosecond(standard),
    ...(isUhd ? makeBeforeBreak(true) : {}),
  };
}

function input(channel: Channel): Body {
  const { input: state, standard, usualInput, isUhd } = channel;
  const isPresent = hasPicture(channel);
  return {
    FsVidInputStd: isPresent ? standard : 'Unknown',
    FsVidInputPresent: isPresent,
    InputBlack: state === 'black',
    InputFrozen: state === 'frozen',
    FrozenStatus: usualInput === 'present' && state === 'missing',
    ...(isUhd ? { UhdvidInputPresent: isPresent } : { VidCorrupted: false }),
  };
}

function makeBeforeBreak(isUsed: boolean): Body {
  return { MbbTakeDone: isUsed, MbbReady: isUsed };
}

const MULTIVIEWER: Body = { MultiviewerPipAssignment: '--', MultiviewerPipDestName: '', MultiviewerPipName: '' };

const UHD: Body = {
  UHDPixelFormatMismatch: false,
  InputPixelFormatCurrent: 1,
  OutputPixelFormatCurrent: 1,
  AvailableLayoutFiles: '',
  MclOutputAssignment: '',
  MclInputAssignment: '',
};

/** Some channels wait for their audio. */
function frameDelay(channel: Channel): number {
  return hasPicture(channel) && channel.position % 4 === 3 ? 2 : 0;
}

/** The pixel clock in MHz, by the frame rate: the fractional rates are a thousandth slower. */
function pixelsPerMicrosecond(standard: string): number {
  if (standard === '') return 1;
  return standard.endsWith('.94') ? 74.17582 : 74.25;
}
