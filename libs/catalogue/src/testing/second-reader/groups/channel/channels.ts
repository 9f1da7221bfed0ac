import { readChangeover } from './changeover';
import type { Expectation, Labels } from '../../reading/expectation';
import { readJpegXs } from './jpeg-xs';
import type { Seen } from '../../reading/seen';
import { flag, label, number, object, text, word, type Raw } from '../../reading/values';

const GROUPS = ['1', '2', '3', '4'];
const LINKS = ['1', '2', '3', '4'];
const PACKETS: Readonly<Record<string, string>> = {
  atc: 'AncAtcPresent',
  afd: 'AncAfdPresent',
  cc: 'AncCcTtPresent',
  scte104: 'AncScte104Present',
  st2031: 'AncSt2031Present',
  rdd18: 'AncRDD18Present',
  edc: 'AncEdcPresent',
  wss: 'AncWssPresent',
  source_id: 'AncSourceIdPresent',
  brand_net: 'AncBrandNetPresent',
};

/** A channel that goes from SDI to IP as well. Its audio of that direction says two texts on other channels too. */
function isGateway(status: Raw): boolean {
  const fields = Object.entries(status)
    .filter(([name]) => name.endsWith('GwSdi') && !name.startsWith('VideoTsg'))
    .flatMap(([, value]) => Object.keys(object(value)));
  return fields.some((field) => field !== 'AudVbitStatus' && field !== 'AudFormatStatus');
}

/** `procChannelHD` and `procChannelUHD`. */
export function readChannel(status: Raw, type: string, seen: Seen, out: Expectation): void {
  if (status['active'] !== true) return;
  const channel = label(status['object_ID']);
  const isUhd = type === 'procChannelUHD';
  const twoWay = isGateway(status);
  readDirection(status, '', { channel, direction: twoWay ? 'ip_to_sdi' : '' }, isUhd, seen, out);
  if (twoWay) readDirection(status, 'GwSdi', { channel, direction: 'sdi_to_ip' }, isUhd, seen, out);
  readChangeover(object(status['ACO']), channel, seen, out);
  readJpegXs(status, channel, out);
}

/** @param suffix what the objects of this direction end with */
function readDirection(
  status: Raw,
  suffix: string,
  labels: Labels,
  isUhd: boolean,
  seen: Seen,
  out: Expectation,
): void {
  const frameSync = object(status[`FrameSync${suffix}`]);
  readFacts(frameSync, object(status[`ColorCorrector2${suffix}`]), labels, out);
  readFrameSync(frameSync, labels, isUhd, out);
  readAncillary(object(status[`AncDataProcessing${suffix}`]), labels, seen, out);
  if (!isUhd) {
    readAudio(object(status[`AudioProcessing${suffix}`]), { ...labels, link: '' }, seen, out);
    return;
  }
  for (const link of LINKS) readAudio(object(status[`AudioUHD${link}${suffix}`]), { ...labels, link }, seen, out);
}

function readFacts(frameSync: Raw, color: Raw, labels: Labels, out: Expectation): void {
  const facts = {
    input_standard: label(frameSync['FsVidInputStd']),
    output_standard: label(frameSync['OutputVidStd']),
    input_colorimetry: label(color['EffectiveInColorimetry']),
    output_colorimetry: label(color['EffectiveOutColorimetry']),
  };
  out.info('ic_snp_channel_info', labels, facts);
}

function readFrameSync(frameSync: Raw, labels: Labels, isUhd: boolean, out: Expectation): void {
  const present = isUhd ? frameSync['UhdvidInputPresent'] : frameSync['FsVidInputPresent'];
  out.add('ic_snp_channel_input_present', labels, flag(present));
  out.add('ic_snp_channel_input_black', labels, flag(frameSync['InputBlack']));
  out.add('ic_snp_channel_input_frozen', labels, flag(frameSync['InputFrozen']));
  out.add('ic_snp_channel_output_frozen', labels, flag(frameSync['FrozenStatus']));
  out.add('ic_snp_channel_video_corrupted', labels, flag(frameSync['VidCorrupted']));
  out.add('ic_snp_channel_format_incompatible', labels, flag(frameSync['IncompatVidSrcFmt']));
  out.add('ic_snp_channel_input_link_missing', labels, flag(frameSync['InputLinkNone']));
  out.add('ic_snp_channel_sdi_output_on', labels, flag(frameSync['SdiTxOn']));
  out.add('ic_snp_channel_frame_delay_frames', labels, number(frameSync['ActualFrameDelay']));
  if (isUhd) out.add('ic_snp_channel_pixel_format_mismatch', labels, flag(frameSync['UHDPixelFormatMismatch']));
}

function readAncillary(packets: Raw, labels: Labels, seen: Seen, out: Expectation): void {
  for (const [packet, field] of Object.entries(PACKETS)) {
    const isPresent = word(packets[field]) !== undefined;
    const isAbsent = text(packets[field]) === 'Not Present';
    if (!seen.since(`packet ${labels['direction']} ${packet}`, isPresent)) continue;
    if (isPresent || isAbsent) out.add('ic_snp_channel_ancillary_present', { ...labels, packet }, isPresent ? 1 : 0);
  }
}

function readAudio(audio: Raw, labels: Labels, seen: Seen, out: Expectation): void {
  for (const group of GROUPS) {
    const present = flag(audio[`AudDmxGrp${group}Present`]);
    if (seen.since(`group ${labels['direction']} ${labels['link']} ${group}`, present === 1)) {
      out.add('ic_snp_channel_audio_group_present', { ...labels, group }, present);
    }
    const errors = {
      crc: flag(audio[`AudDmxGrp${group}CrcError`]),
      ecc: flag(audio[`AudDmxGrp${group}EccError`]),
      dbn: flag(audio[`AudDmxGrp${group}DBNError`]),
      parity: flag(audio[`AudDmxGrp${group}ParError`]),
      append: flag(audio[`MuxGrp${group}AppendErr`]),
      overwrite: flag(audio[`MuxGrp${group}OvrwErr`]),
    };
    if (present !== 1 && !Object.values(errors).includes(1)) continue;
    for (const [error, value] of Object.entries(errors)) {
      out.add('ic_snp_channel_audio_error', { ...labels, group, error }, value);
    }
  }
}
