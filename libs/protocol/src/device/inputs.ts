/** What an object `videoIn` says, by our names. */
export const VIDEO_INPUT = {
  type: 'videoIn',
  section: 'VideoInput',
  present: 'VidPresent',
  standard: 'VidStandard',
  colorimetry: 'VidColorimetry',
  transfer: 'VidTransferCharacteristics',
  crcError: 'CrcError',
  crcErrors: { chroma: 'CrcErrCntA', luma: 'CrcErrCntB' },
  edhError: 'EdhError',
  edhErrors: { active_picture: 'EdhErrCntAP', full_field: 'EdhErrCntFF' },
} as const;

const SD_STANDARD = /^\s*(525|625)/;

/** Whether `standard` is one of SD, which alone has EDH. */
export function isSdStandard(raw: unknown): boolean {
  return typeof raw === 'string' && SD_STANDARD.test(raw);
}

/** What the object `videoGenLock` says, by our names. */
export const GENLOCK = {
  type: 'videoGenLock',
  section: 'GenLock',
  present: 'GL_SyncPresent',
  locked: 'GL_RefLocked',
  standard: 'VidStandard',
} as const;
