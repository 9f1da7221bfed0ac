import { PROCESSORS } from '../../model/device-kind';
import { hasOldFirmware } from '../../model/identity';
import { rows, type Body, type Generator } from '../generator';

const CHANNELS = 128;
const PAIRS = CHANNELS / 2;

/** Rows of flags; their `idx` is a text where the flag is about PCM. */
function pcm(field: string): object[] {
  return rows(CHANNELS, (idx) => ({ [field]: true, idx: String(idx) }));
}

function sampleRateConversion(field: string): object[] {
  return rows(PAIRS, (idx) => ({ [field]: idx % 5 !== 0, idx }));
}

const ONLY_IN_OLD_FIRMWARE: Body = {
  AudDlyValueGwSdi: rows(CHANNELS, (idx) => ({ AudDlyApplied: 0, idx })),
  MadiRxStatus: rows(2, (idx) => ({
    idx,
    sampleRate: 'N/A',
    numCh: 0,
    cbitStat: ['', '', '', ''],
    vBitStat: ['', '', '', ''],
    pcmData: ['', '', '', ''],
  })),
  aapMultimergeInput: [],
};

export const procAudio: Generator = {
  type: 'procAudio',
  ids: () => PROCESSORS.map((processor) => `${processor}-procAudio`),
  fields({ identity }, id) {
    const personality = identity.personalities[PROCESSORS.find((processor) => id.startsWith(processor)) ?? 'A'];
    const isFedByIp = personality.startsWith('Multiviewer') || personality.startsWith('Master');
    return {
      AudDlyValue: rows(CHANNELS, (idx) => ({ AudDlyApplied: 0, idx })),
      AudDmxInPCMStatus: isFedByIp ? [] : pcm('AudDmxInPCM'),
      AudDmxInputPairSRCStatus: isFedByIp ? [] : sampleRateConversion('AudDmxInPairSRCEnabled'),
      AudExpInPCMStatus: pcm('AudExpInPCM'),
      AudExpInputPairSRCStatus: sampleRateConversion('AudioExpInPairSRCEnabled'),
      AudIpInPCMStatus: isFedByIp ? pcm('AudIpInPCM') : [],
      AudIpInputPairSRCStatus: isFedByIp ? sampleRateConversion('AudIpInPairSRCEnabled') : [],
      AudOutPCMStatus: pcm('AudOutPCM'),
      AudOutPCMStatusGwSdi: pcm('AudOutPCM'),
      aapDolbyEDecoder: [],
      aapDolbyEEncoder: [],
      aapLoudnessMeters: [],
      ...(hasOldFirmware(identity) ? ONLY_IN_OLD_FIRMWARE : {}),
    };
  },
};
