import { counter, type JsonObject } from '@snp/protocol';
import type { GenlockDto, InputDto } from '../dto/status/media.dto';
import { flagOrNull, objectAt, words } from './fields';

/** An SDI input, of an object `videoIn`. */
export function readInput(input: string, body: JsonObject): InputDto {
  const video = objectAt(body, 'VideoInput');
  return {
    input,
    present: flagOrNull(video.VidPresent),
    standard: words(video.VidStandard),
    colorimetry: words(video.VidColorimetry),
    transfer: words(video.VidTransferCharacteristics),
    crc_error: flagOrNull(video.CrcError),
    edh_error: flagOrNull(video.EdhError),
    crc_errors: sum(video.CrcErrCntA, video.CrcErrCntB),
    edh_errors: sum(video.EdhErrCntAP, video.EdhErrCntFF),
  };
}

/** The reference input, of the object `videoGenLock`. */
export function readGenlock(body: JsonObject): GenlockDto {
  const genlock = objectAt(body, 'GenLock');
  return {
    present: flagOrNull(genlock.GL_SyncPresent),
    locked: flagOrNull(genlock.GL_RefLocked),
    standard: words(genlock.VidStandard),
  };
}

function sum(...raw: readonly unknown[]): number | null {
  const counts = raw.map(counter).filter((count) => count !== undefined);
  return counts.length === 0 ? null : counts.reduce((total, count) => total + count, 0);
}
