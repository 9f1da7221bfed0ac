import type { Generator } from '../generator';

const NOT_AVAILABLE = 'Not Available';

export const videoIn: Generator = {
  type: 'videoIn',
  every: 10,
  ids: ({ signals }) => [...signals.inputs.keys()],
  fields({ signals }, id) {
    const input = signals.inputs.get(id);
    const isPresent = input?.isPresent ?? false;
    const crcErrors = input?.crcErrors ?? 0;
    return {
      VideoInput: {
        CrcErrCntA: crcErrors,
        CrcErrCntB: crcErrors,
        CrcError: signals.isDamaged(id),
        EdhErrCntAP: 0,
        EdhErrCntFF: 0,
        EdhError: false,
        EdhPresent: false,
        VidColorimetry: isPresent ? 'Rec 709' : NOT_AVAILABLE,
        VidPresent: isPresent,
        VidStandard: isPresent && input ? input.standard : 'Unknown',
        VidTransferCharacteristics: isPresent ? 'SDR-TV' : NOT_AVAILABLE,
        VidVpid: isPresent ? '85h 06h 00h 01h' : 'Not Present',
      },
    };
  },
};

export const videoGenLock: Generator = {
  type: 'videoGenLock',
  every: 10,
  ids: () => ['GenLock'],
  fields: ({ signals: { hasGenlock } }) => ({
    GenLock: {
      GL_RefLocked: hasGenlock,
      GL_SyncPresent: hasGenlock,
      VidStandard: hasGenlock ? '1080i/59.94' : 'Unknown',
    },
  }),
};
