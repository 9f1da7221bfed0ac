import { counter, flag, GENLOCK, isSdStandard, VIDEO_INPUT } from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at, type Condition } from '../table/place';
import { value } from '../table/readers';

const inputsWith = (conditions: { readonly only?: Condition; readonly once?: Condition }) =>
  at(VIDEO_INPUT.type, VIDEO_INPUT.section, { labels: { input: KEY }, ...conditions });

const hasSignal: Condition = (row) => row[VIDEO_INPUT.present] === true;
const hasSdSignal: Condition = (row, object) => hasSignal(row, object) && isSdStandard(row[VIDEO_INPUT.standard]);

const INPUTS = inputsWith({});
const INPUTS_WITH_SIGNAL = inputsWith({ only: hasSignal });
const INPUTS_EVER_WITH_SIGNAL = inputsWith({ once: hasSignal });
const INPUTS_EVER_WITH_SD_SIGNAL = inputsWith({ once: hasSdSignal });
const REFERENCE = at(GENLOCK.type, GENLOCK.section);

/** SDI inputs and the reference. */
export const inputs = group('inputs', [
  {
    name: 'ic_snp_sdi_input_present',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether an SDI input has a signal.',
    source: 'videoIn.VideoInput.VidPresent',
    read: value(INPUTS, VIDEO_INPUT.present, flag),
  },
  {
    name: 'ic_snp_sdi_input_crc_error',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether the signal of an SDI input currently has CRC errors.',
    source: 'videoIn.VideoInput.CrcError',
    read: value(INPUTS, VIDEO_INPUT.crcError, flag),
  },
  {
    name: 'ic_snp_sdi_input_edh_error',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether the signal of an SDI input currently has EDH errors.',
    source: 'videoIn.VideoInput.EdhError',
    read: value(INPUTS, VIDEO_INPUT.edhError, flag),
  },
  {
    name: 'ic_snp_sdi_input_crc_errors_total',
    type: 'counter',
    labels: ['input', 'component'],
    help: 'CRC errors of the chroma and of the luma samples of an SDI input; only for inputs that have, or had in this session, a signal.',
    source: 'videoIn.VideoInput.CrcErrCntA, CrcErrCntB',
    read: Object.entries(VIDEO_INPUT.crcErrors).map(([component, field]) =>
      value(INPUTS_EVER_WITH_SIGNAL, field, counter, { component }),
    ),
  },
  {
    name: 'ic_snp_sdi_input_edh_errors_total',
    type: 'counter',
    labels: ['input', 'kind'],
    help: 'EDH errors of an SDI input; only for inputs that have, or had in this session, an SD signal.',
    source: 'videoIn.VideoInput.EdhErrCntAP, EdhErrCntFF',
    read: Object.entries(VIDEO_INPUT.edhErrors).map(([kind, field]) =>
      value(INPUTS_EVER_WITH_SD_SIGNAL, field, counter, { kind }),
    ),
  },
  {
    name: 'ic_snp_sdi_input_info',
    type: 'info',
    labels: ['input', 'standard', 'colorimetry', 'transfer'],
    help: 'Standard, colorimetry and transfer characteristics of an SDI input with a signal.',
    source: 'videoIn.VideoInput.VidStandard, VidColorimetry, VidTransferCharacteristics',
    read: facts(INPUTS_WITH_SIGNAL, {
      standard: VIDEO_INPUT.standard,
      colorimetry: VIDEO_INPUT.colorimetry,
      transfer: VIDEO_INPUT.transfer,
    }),
  },
  {
    name: 'ic_snp_genlock_present',
    type: 'gauge',
    help: 'Whether a reference signal is present.',
    source: 'videoGenLock.GenLock.GL_SyncPresent',
    read: value(REFERENCE, GENLOCK.present, flag),
  },
  {
    name: 'ic_snp_genlock_locked',
    type: 'gauge',
    help: 'Whether the device is locked to the reference signal.',
    source: 'videoGenLock.GenLock.GL_RefLocked',
    read: value(REFERENCE, GENLOCK.locked, flag),
  },
  {
    name: 'ic_snp_genlock_info',
    type: 'info',
    labels: ['standard'],
    help: 'Standard of the reference signal.',
    source: 'videoGenLock.GenLock.VidStandard',
    read: facts(REFERENCE, { standard: GENLOCK.standard }),
  },
]);
