import { isSd, type SdiInput } from '../../model/signals';
import type { Body, Generator } from '../generator';

const NOT_AVAILABLE = 'Not Available';

export const videoIn: Generator = {
  type: 'videoIn',
  every: 10,
  ids: ({ signals }) => [...signals.inputs.keys()],
  fields({ signals }, id) {
    const input = signals.inputs.get(id);
    return { VideoInput: input?.isPresent ? present(input, signals.isDamaged(id)) : ABSENT };
  },
};

const ABSENT: Body = {
  ...{ CrcErrCntA: 0, CrcErrCntB: 0, CrcError: false },
  ...{ EdhErrCntAP: 0, EdhErrCntFF: 0, EdhError: false, EdhPresent: false },
  ...{ VidColorimetry: NOT_AVAILABLE, VidTransferCharacteristics: NOT_AVAILABLE },
  ...{ VidPresent: false, VidStandard: 'Unknown', VidVpid: 'Not Present' },
};

function present(input: SdiInput, isDamaged: boolean): Body {
  const hasEdh = isSd(input.standard);
  return {
    CrcErrCntA: input.chromaErrors,
    CrcErrCntB: input.lumaErrors,
    CrcError: isDamaged,
    EdhErrCntAP: input.edhErrors,
    EdhErrCntFF: input.edhErrors,
    EdhError: hasEdh && isDamaged,
    EdhPresent: hasEdh,
    ...colours(input),
    VidPresent: true,
    VidStandard: input.standard,
    VidVpid: hasEdh ? 'Not Present' : '85h 06h 00h 01h',
  };
}

function colours({ standard, isHdr }: SdiInput): Body {
  if (isSd(standard)) return { VidColorimetry: 'Rec 601', VidTransferCharacteristics: 'SDR-TV' };
  return isHdr
    ? { VidColorimetry: 'Rec 2020/2100', VidTransferCharacteristics: 'HLG' }
    : { VidColorimetry: 'Rec 709', VidTransferCharacteristics: 'SDR-TV' };
}

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
