import type { Channel } from '../../model/signals';
import type { Body } from '../generator';
import { hasPicture } from './picture';

const PACKETS = [1, 2, 3, 4];
const AUDIO_CHANNELS = Array.from({ length: 16 }, (_, at) => at + 1);
const NO_ANCILLARY_MISSING = flags('ANC', PACKETS, 'Missing', 0);
const LEVELS_RIGHT = flags('AudCh', AUDIO_CHANNELS, '', 0);
/** What makes it leave its main path: the level of the first two audio channels. */
const LEVELS_WRONG = flags('AudCh', AUDIO_CHANNELS, '', 2);
const FAILURE_POINTS = 260;

/** The automatic changeover between a main and a protecting signal; on most channels it is not in use. */
export function changeover(channel: Channel): Body {
  return channel.hasChangeover ? inUse(channel) : notInUse(channel);
}

function inUse({ path }: Channel): Body {
  const isOnMain = path === 'A';
  return {
    ABStatus: path,
    ACONotArmed: false,
    PGMStatus: isOnMain ? 'MAIN' : 'PROTECT',
    PSTStatus: isOnMain ? 'PROTECT' : 'MAIN',
    SignalScoreMain: isOnMain ? 0 : FAILURE_POINTS,
    SignalScoreProtect: 0,
    ...NO_ANCILLARY_MISSING,
    ...(isOnMain ? LEVELS_RIGHT : LEVELS_WRONG),
  };
}

/** Devices fill the fields all the same; they mean nothing. */
function notInUse(channel: Channel): Body {
  const isWatching = hasPicture(channel) && channel.position < 2;
  return {
    ABStatus: channel.path,
    ACONotArmed: false,
    PGMStatus: 'OFF',
    PSTStatus: 'OFF',
    SignalScoreMain: isWatching ? 340 : 0,
    SignalScoreProtect: isWatching ? FAILURE_POINTS : 0,
    ...NO_ANCILLARY_MISSING,
    ...LEVELS_RIGHT,
  };
}

function flags(prefix: string, numbers: readonly number[], suffix: string, set: number): Body {
  return Object.fromEntries(numbers.map((number) => [`${prefix}${number}${suffix}`, number <= set]));
}
