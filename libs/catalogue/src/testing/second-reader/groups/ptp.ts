import type { Expectation } from '../reading/expectation';
import { counter, label, number, object, says, seconds, text, word, type Maybe, type Raw } from '../reading/values';

const STATES: Readonly<Record<string, string>> = {
  Locked: 'locked',
  'Unlocked-Free Run': 'unlocked_free_run',
  Acquiring: 'acquiring',
  Holdover: 'holdover',
};
const LEGS_WITH_MASTER: Readonly<Record<string, readonly [number, number]>> = {
  'Primary/Secondary': [1, 1],
  Primary: [1, 0],
  Secondary: [0, 1],
  None: [0, 0],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PTP_MODES: readonly string[] = ['slave_only', 'master_slave'];

export function readPtp(status: Raw, out: Expectation): void {
  const ptp = object(status['ptpStatus']);
  const state = word(ptp['ptpCtlrState']);
  out.add('ic_snp_ptp_locked', {}, says(ptp['ptpCtlrState'], 'Locked'));
  out.states('ic_snp_ptp_state', {}, Object.values(STATES), state && (STATES[state] ?? 'other'));
  out.add('ic_snp_ptp_offset_from_master_seconds', {}, seconds(ptp['ptpMasterOffset']));
  out.add('ic_snp_ptp_mean_path_delay_seconds', {}, seconds(ptp['ptpMasterDelay']));
  out.add('ic_snp_ptp_port_is_master', {}, says(ptp['ptpUcipIsMaster'], 'Master'));
  const legs = LEGS_WITH_MASTER[text(ptp['ptpMasterPresent']) ?? ''];
  out.add('ic_snp_ptp_master_visible', { leg: 'primary' }, legs?.[0]);
  out.add('ic_snp_ptp_master_visible', { leg: 'secondary' }, legs?.[1]);
  out.add('ic_snp_ptp_time_updates_total', {}, counter(ptp['numSysTimeUpdates']));
  out.add('ic_snp_ptp_largest_time_update_seconds', {}, seconds(ptp['biggestSysTimeUpdate']));
  out.add('ic_snp_ptp_clock_timestamp_seconds', {}, asctime(ptp['ptpUTC']));
  const facts = {
    clock_identity: identity(ptp['clockIdentity']),
    grandmaster_identity: identity(ptp['ptpMasterUUID']),
    master_address: label(ptp['ptpMasterIP']),
    interface_address: label(ptp['ptpMasterInterfaceIP']),
  };
  out.info('ic_snp_ptp_grandmaster_info', {}, facts);
}

/** REST `config/ptp`. */
export function readPtpConfig(config: Raw, out: Expectation): void {
  const general = object(config['ptpGeneral']);
  const mode = number(general['ptpMode']);
  const facts = {
    domain: label(counter(general['ptpDomainNumber'])),
    locking_mode: label(general['ptpLockingMode']),
    mode: mode === undefined ? '' : (PTP_MODES[mode] ?? ''),
    profile: label(object(config['ptpMaster'])['ptpProfile']),
    unicast_mode: label(general['ptpUnicastMode']),
  };
  out.info('ic_snp_ptp_config_info', {}, facts);
}

/** All identities in one spelling, `00-90-F9-FF-FE-34-7D-D6`; empty for what is none. */
function identity(value: unknown): string {
  const hex = label(value).replace(/[ :-]/g, '').toUpperCase();
  if (!/^[0-9A-F]{16}$/.test(hex)) return '';
  return (hex.match(/../g) ?? []).join('-');
}

/** `Tue Jan 27 15:31:39 2026`, UTC, in seconds since the epoch. */
function asctime(value: unknown): Maybe {
  const match = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/.exec(text(value) ?? '');
  if (match === null) return undefined;
  const [, month, ...rest] = match;
  const [day, hour, minute, second, year] = rest.map(Number);
  if (!MONTHS.includes(month)) return undefined;
  return Date.UTC(year, MONTHS.indexOf(month), day, hour, minute, second) / 1000;
}
