import { counter, GENLOCK, isSdStandard, VIDEO_INPUT, type JsonObject } from '@snp/protocol';
import type { GenlockDto, InputDto } from '../dto/status/inputs.dto';
import { flagOrNull, objectAt, orNull, total, words } from './values';

/** An SDI input, of an object `videoIn`. */
export function readInput(input: string, body: JsonObject): InputDto {
  const video = objectAt(body, VIDEO_INPUT.section);
  const { crcErrors, edhErrors } = VIDEO_INPUT;
  const isSd = isSdStandard(video[VIDEO_INPUT.standard]);
  const ofSd = (field: string) => (isSd ? orNull(counter(video[field])) : null);
  return {
    input,
    present: flagOrNull(video[VIDEO_INPUT.present]),
    standard: words(video[VIDEO_INPUT.standard]),
    colorimetry: words(video[VIDEO_INPUT.colorimetry]),
    transfer: words(video[VIDEO_INPUT.transfer]),
    crc_error: flagOrNull(video[VIDEO_INPUT.crcError]),
    edh_error: flagOrNull(video[VIDEO_INPUT.edhError]),
    crc_errors: total(video, Object.values(crcErrors)),
    crc_errors_chroma: orNull(counter(video[crcErrors.chroma])),
    crc_errors_luma: orNull(counter(video[crcErrors.luma])),
    edh_errors: total(video, Object.values(edhErrors)),
    edh_errors_active_picture: ofSd(edhErrors.active_picture),
    edh_errors_full_field: ofSd(edhErrors.full_field),
  };
}

/** The reference input, of the object `videoGenLock`. */
export function readGenlock(body: JsonObject): GenlockDto {
  const genlock = objectAt(body, GENLOCK.section);
  return {
    present: flagOrNull(genlock[GENLOCK.present]),
    locked: flagOrNull(genlock[GENLOCK.locked]),
    standard: words(genlock[GENLOCK.standard]),
  };
}
