/** What an object `videoIn` says, by our names. */
export const VIDEO_INPUT = {
  type: 'videoIn',
  section: 'VideoInput',
  present: 'VidPresent',
  standard: 'VidStandard',
  colorimetry: 'VidColorimetry',
  transfer: 'VidTransferCharacteristics',
  crcError: 'CrcError',
  crcErrors: { a: 'CrcErrCntA', b: 'CrcErrCntB' },
  edhPresent: 'EdhPresent',
  edhError: 'EdhError',
  edhErrors: { active_picture: 'EdhErrCntAP', full_field: 'EdhErrCntFF' },
} as const;

/** What the object `videoGenLock` says, by our names. */
export const GENLOCK = {
  type: 'videoGenLock',
  section: 'GenLock',
  present: 'GL_SyncPresent',
  locked: 'GL_RefLocked',
  standard: 'VidStandard',
} as const;
