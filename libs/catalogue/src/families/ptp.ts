import {
  asctime,
  clockIdentity,
  counter,
  isPtpLocked,
  isPtpMaster,
  PTP,
  PTP_STATES,
  ptpLegs,
  ptpState,
  seconds,
  type PtpLegs,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { states, value } from '../table/readers';
import { PTP_STATUS } from '../places/hardware';
import { PTP_CONFIG } from '../places/sources';

const seesMaster = (leg: keyof PtpLegs) => (raw: unknown) => {
  const legs = ptpLegs(raw);
  return legs === undefined ? undefined : Number(legs[leg]);
};

/** The PTP clock. */
export const ptp = group('ptp', [
  {
    name: 'ic_snp_ptp_locked',
    type: 'gauge',
    help: 'Whether the PTP clock is locked.',
    source: 'ptp.ptpStatus.ptpCtlrState',
    read: value(PTP_STATUS, PTP.state, isPtpLocked),
  },
  {
    name: 'ic_snp_ptp_state',
    type: 'stateset',
    labels: ['state'],
    help: `State of the PTP clock: ${PTP_STATES.join(', ')}.`,
    source: 'ptp.ptpStatus.ptpCtlrState',
    read: states(PTP_STATUS, PTP.state, PTP_STATES, ptpState),
  },
  {
    name: 'ic_snp_ptp_offset_from_master_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Offset from the PTP master.',
    source: 'ptp.ptpStatus.ptpMasterOffset',
    read: value(PTP_STATUS, PTP.offset, seconds),
  },
  {
    name: 'ic_snp_ptp_mean_path_delay_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Mean path delay to the PTP master.',
    source: 'ptp.ptpStatus.ptpMasterDelay',
    read: value(PTP_STATUS, PTP.delay, seconds),
  },
  {
    name: 'ic_snp_ptp_grandmaster_info',
    type: 'info',
    labels: ['clock_identity', 'grandmaster_identity', 'master_address', 'interface_address'],
    help: 'Clock identities of the device and of its grandmaster, and the addresses of the master and of the interface.',
    source: 'ptp.ptpStatus.clockIdentity, ptpMasterUUID, ptpMasterIP, ptpMasterInterfaceIP',
    read: facts(PTP_STATUS, {
      clock_identity: { fields: [PTP.clockIdentity], text: clockIdentity },
      grandmaster_identity: { fields: [PTP.grandmaster], text: clockIdentity },
      master_address: PTP.masterAddress,
      interface_address: PTP.interfaceAddress,
    }),
  },
  {
    name: 'ic_snp_ptp_port_is_master',
    type: 'gauge',
    help: 'Whether the device itself is PTP master, for example because it sees no other master.',
    source: 'ptp.ptpStatus.ptpUcipIsMaster',
    read: value(PTP_STATUS, PTP.role, isPtpMaster),
  },
  {
    name: 'ic_snp_ptp_master_visible',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether a PTP master is visible on a leg.',
    source: 'ptp.ptpStatus.ptpMasterPresent',
    read: [
      value(PTP_STATUS, PTP.masterVisible, seesMaster('primary'), { leg: 'primary' }),
      value(PTP_STATUS, PTP.masterVisible, seesMaster('secondary'), { leg: 'secondary' }),
    ],
  },
  {
    name: 'ic_snp_ptp_time_updates_total',
    type: 'counter',
    help: 'Number of steps of the system time.',
    source: 'ptp.ptpStatus.numSysTimeUpdates',
    read: value(PTP_STATUS, PTP.timeUpdates, counter),
  },
  {
    name: 'ic_snp_ptp_largest_time_update_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Largest step of the system time.',
    source: 'ptp.ptpStatus.biggestSysTimeUpdate',
    read: value(PTP_STATUS, PTP.largestTimeUpdate, seconds),
  },
  {
    name: 'ic_snp_ptp_clock_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'PTP time of the device in seconds since the epoch.',
    source: 'ptp.ptpStatus.ptpUTC',
    read: value(PTP_STATUS, PTP.utc, asctime),
  },
  {
    name: 'ic_snp_ptp_config_info',
    type: 'info',
    labels: ['domain', 'locking_mode', 'mode', 'profile', 'unicast_mode'],
    help: 'PTP settings of the device; the mode is slave_only or master_slave.',
    source: 'REST config/ptp: ptpGeneral, ptpMaster.ptpProfile',
    read: facts(PTP_CONFIG, {
      domain: 'domain',
      locking_mode: 'lockingMode',
      mode: 'mode',
      profile: 'profile',
      unicast_mode: 'unicastMode',
    }),
  },
]);
