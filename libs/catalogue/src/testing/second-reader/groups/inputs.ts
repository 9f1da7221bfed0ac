import type { Expectation } from '../reading/expectation';
import type { Seen } from '../reading/seen';
import { counter, flag, label, object, text, type Raw } from '../reading/values';

const SD_STANDARDS = ['625i/50', '525i/59.94'];

export function readVideoIn(status: Raw, seen: Seen, out: Expectation): void {
  const input = label(status['object_ID']);
  const video = object(status['VideoInput']);
  const present = flag(video['VidPresent']);
  out.add('ic_snp_sdi_input_present', { input }, present);
  out.add('ic_snp_sdi_input_crc_error', { input }, flag(video['CrcError']));
  out.add('ic_snp_sdi_input_edh_error', { input }, flag(video['EdhError']));
  if (seen.since('signal', present === 1)) {
    const name = 'ic_snp_sdi_input_crc_errors_total';
    out.add(name, { input, component: 'chroma' }, counter(video['CrcErrCntA']));
    out.add(name, { input, component: 'luma' }, counter(video['CrcErrCntB']));
  }
  const isSd = present === 1 && SD_STANDARDS.includes(text(video['VidStandard']) ?? '');
  if (seen.since('SD signal', isSd)) {
    const name = 'ic_snp_sdi_input_edh_errors_total';
    out.add(name, { input, kind: 'active_picture' }, counter(video['EdhErrCntAP']));
    out.add(name, { input, kind: 'full_field' }, counter(video['EdhErrCntFF']));
  }
  if (present !== 1) return;
  const facts = {
    standard: label(video['VidStandard']),
    colorimetry: label(video['VidColorimetry']),
    transfer: label(video['VidTransferCharacteristics']),
  };
  out.info('ic_snp_sdi_input_info', { input }, facts);
}

export function readGenlock(status: Raw, out: Expectation): void {
  const genlock = object(status['GenLock']);
  out.add('ic_snp_genlock_present', {}, flag(genlock['GL_SyncPresent']));
  out.add('ic_snp_genlock_locked', {}, flag(genlock['GL_RefLocked']));
  out.info('ic_snp_genlock_info', {}, { standard: label(genlock['VidStandard']) });
}
