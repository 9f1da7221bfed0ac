import { FED_ROWS, rowOf } from '../../model/rows';
import type { Channel } from '../../model/signals';
import type { Body } from '../../statuses/generator';

/** What people call the channels of the processors; those that nobody has named are called nothing. */
const NAMES = { A: 'CAM', B: 'VT', C: 'PGM', D: 'MON' };
const NAMED_CHANNELS = 8;

/** `config/A-HD-1` */
export function channelConfig(channel: Channel): Body {
  const { isHdr, isUhd, isGateway, hasChangeover, standard } = channel;
  return {
    ProgramName: { name: nameOf(channel) },
    ProgramNameGwSdi: { name: isGateway && nameOf(channel) !== '' ? `${nameOf(channel)} GW` : '' },
    FrameSync: {
      VideoForcedStandard: isUhd ? '2160p/59.94' : standard,
      VidInputSelect: rowOf(channel) <= FED_ROWS ? 'IP' : 'BNC',
      ForceVidStd: false,
      InputColorimetryTCS: 'Auto',
      OutputColorimetryTCS: isHdr ? 'HLG-2100' : 'SDR-709',
      FreezeMode: 'Frame',
      LovMode: 'Freeze',
      LovDelayedTime: 10,
      LovDelayedAction: 'Black',
      FrameDelay: 0,
      VPhase: 0,
      HPhase: 0,
      ForceBlack: false,
      ForceFreeze: false,
      AspectRatio: 2,
      VpidOutputControl: 'Auto',
    },
    VideoTsg: { Select: 'Color Bars 75%', Enable: false, BouncingBoxEnable: false },
    ACO: {
      Enable: hasChangeover,
      ManualControl: 'Auto',
      ReversionMode: 'Manual',
      DualFailureTimeout: 5,
      DualFailureOutput: 'TSG',
      SignalFailureThreshold: 250,
      OnsetTime: 2,
      ClearTime: 5,
      ...failurePoints(),
    },
  };
}

function nameOf({ processor, position }: Channel): string {
  return position < NAMED_CHANNELS ? `${NAMES[processor]} ${position + 1}` : '';
}

function failurePoints(): Body {
  const causes = ['LossOfVideo', 'VidFreeze', 'VidBlack', 'LossOfAudio', 'LossOfVANC'];
  const channels = Array.from({ length: 16 }, (_, at) => `AudCh${at + 1}`);
  const packets = Array.from({ length: 4 }, (_, at) => `ANC${at + 1}Missing`);
  return Object.fromEntries([...causes, ...channels, ...packets].map((cause) => [`FailPts${cause}`, 100]));
}
