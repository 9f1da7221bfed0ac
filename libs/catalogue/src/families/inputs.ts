import { counter, flag } from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at } from '../table/place';
import { value } from '../table/reading';

const INPUT = { input: KEY };
const INPUTS = at('videoIn', 'VideoInput', { labels: INPUT });
const INPUTS_WITH_EDH = at('videoIn', 'VideoInput', { labels: INPUT, only: (row) => row.EdhPresent === true });
const INPUTS_WITH_SIGNAL = at('videoIn', 'VideoInput', { labels: INPUT, only: (row) => row.VidPresent === true });
const GENLOCK = at('videoGenLock', 'GenLock');

/** SDI inputs and the reference. */
export const inputs = group('inputs', [
  {
    name: 'ic_snp_sdi_input_present',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether an SDI input has a signal.',
    source: 'videoIn.VideoInput.VidPresent',
    read: value(INPUTS, 'VidPresent', flag),
  },
  {
    name: 'ic_snp_sdi_input_crc_error',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether the signal of an SDI input has CRC errors now.',
    source: 'videoIn.VideoInput.CrcError',
    read: value(INPUTS, 'CrcError', flag),
  },
  {
    name: 'ic_snp_sdi_input_edh_error',
    type: 'gauge',
    labels: ['input'],
    help: 'Whether the signal of an SDI input has EDH errors now.',
    source: 'videoIn.VideoInput.EdhError',
    read: value(INPUTS, 'EdhError', flag),
  },
  {
    name: 'ic_snp_sdi_input_crc_errors_total',
    type: 'counter',
    labels: ['input', 'link'],
    help: 'CRC errors of a link of an SDI input.',
    source: 'videoIn.VideoInput.CrcErrCntA, CrcErrCntB',
    read: [value(INPUTS, 'CrcErrCntA', counter, { link: 'a' }), value(INPUTS, 'CrcErrCntB', counter, { link: 'b' })],
  },
  {
    name: 'ic_snp_sdi_input_edh_errors_total',
    type: 'counter',
    labels: ['input', 'kind'],
    help: 'EDH errors of an SDI input; only for inputs with EDH.',
    source: 'videoIn.VideoInput.EdhErrCntAP, EdhErrCntFF',
    read: [
      value(INPUTS_WITH_EDH, 'EdhErrCntAP', counter, { kind: 'active_picture' }),
      value(INPUTS_WITH_EDH, 'EdhErrCntFF', counter, { kind: 'full_field' }),
    ],
  },
  {
    name: 'ic_snp_sdi_input_info',
    type: 'info',
    labels: ['input', 'standard', 'colorimetry', 'transfer'],
    help: 'Standard, colorimetry and transfer characteristics of an SDI input with a signal.',
    source: 'videoIn.VideoInput.VidStandard, VidColorimetry, VidTransferCharacteristics',
    read: facts(INPUTS_WITH_SIGNAL, {
      standard: 'VidStandard',
      colorimetry: 'VidColorimetry',
      transfer: 'VidTransferCharacteristics',
    }),
  },
  {
    name: 'ic_snp_genlock_present',
    type: 'gauge',
    help: 'Whether there is a reference signal.',
    source: 'videoGenLock.GenLock.GL_SyncPresent',
    read: value(GENLOCK, 'GL_SyncPresent', flag),
  },
  {
    name: 'ic_snp_genlock_locked',
    type: 'gauge',
    help: 'Whether the device is locked to the reference signal.',
    source: 'videoGenLock.GenLock.GL_RefLocked',
    read: value(GENLOCK, 'GL_RefLocked', flag),
  },
  {
    name: 'ic_snp_genlock_info',
    type: 'info',
    labels: ['standard'],
    help: 'Standard of the reference signal.',
    source: 'videoGenLock.GenLock.VidStandard',
    read: facts(GENLOCK, { standard: 'VidStandard' }),
  },
]);
