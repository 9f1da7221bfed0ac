import {
  ALERT_LIMITS,
  connectedFor,
  LAST_STATUS,
  LEG_IN_USE,
  lines,
  rose,
  type RecordingRule,
  type RuleGroup,
} from '../rule';

const NO_MASTER = 'max without (leg) (ic_snp_ptp_master_visible) == 0';
const CLOCK = 'ic_snp_ptp_clock_timestamp_seconds';

/** Without what changes while a device follows the same grandmaster. */
const FOLLOWED = lines(
  'max without (clock_identity, master_address, interface_address) (',
  '  ic_snp_ptp_grandmaster_info{grandmaster_identity!=""}',
  '  and on (target, element) ic_snp_ptp_locked == 1',
  ')',
);

/** With `TAG_LABELS=site`, `ic_snp_device_info` has the site of the device. */
const FOLLOWED_BY_SITE: RecordingRule = {
  record: 'snp:locked_grandmaster',
  expr: lines(
    `${FOLLOWED} * on (target) group_left (site) max by (target, site) (ic_snp_device_info)`,
    'or on (target, element)',
    FOLLOWED,
  ),
};

/** Two equal halves have no majority. */
const MAJORITY: RecordingRule = {
  record: 'snp:majority_grandmaster',
  expr: lines(
    'count by (site, grandmaster_identity) (snp:locked_grandmaster)',
    '/ on (site) group_left count by (site) (snp:locked_grandmaster) > 0.5',
  ),
};

/** The PTP clocks. */
export const ptpAlerts: RuleGroup = {
  name: 'snp-ptp',
  title: 'PTP',
  records: [FOLLOWED_BY_SITE, MAJORITY],
  rules: [
    {
      alert: 'SnpPtpUnlocked',
      expr: 'ic_snp_ptp_locked == 0',
      for: '1m',
      severity: 'critical',
      summary: 'PTP is not locked',
      description: 'The clock of the device drifts away from the plant: check the grandmaster and the media network.',
    },
    {
      alert: 'SnpPtpNoMaster',
      // The alert that is critical is SnpPtpUnlocked; this one says why, or that the lock will be lost.
      expr: NO_MASTER,
      for: '1m',
      severity: 'warning',
      summary: 'no PTP master is visible on any leg',
      description:
        'The device has lost its time source: check the PTP domain, the grandmaster and the boundary clocks of the media network.',
    },
    {
      alert: 'SnpPtpMasterOnOneLeg',
      expr: lines(
        'ic_snp_ptp_master_visible == 0',
        'and ignoring (leg) max without (leg) (ic_snp_ptp_master_visible) == 1',
        LEG_IN_USE,
      ),
      for: '2m',
      severity: 'warning',
      summary: 'no PTP master is visible on the {{ $labels.leg }} leg',
      description:
        'PTP is not redundant: check the network of this leg; leave the rule out where PTP is on one network only.',
    },
    {
      alert: 'SnpPtpMaster',
      expr: lines('ic_snp_ptp_port_is_master == 1', `unless ${NO_MASTER}`),
      for: '2m',
      severity: 'warning',
      summary: 'the device itself is PTP master',
      description:
        'It follows no grandmaster, and other devices may follow it: check that the grandmaster is up and has the better priority.',
    },
    {
      alert: 'SnpPtpOffset',
      expr: lines(
        `abs(ic_snp_ptp_offset_from_master_seconds) > ${ALERT_LIMITS.ptpOffsetSeconds.toExponential()}`,
        'unless ic_snp_ptp_locked == 0',
      ),
      for: '2m',
      severity: 'warning',
      summary: 'the PTP offset is {{ $value | humanize }}s',
      description:
        'The offset from the master stays above 1 µs: check the load and the boundary clocks of the network.',
    },
    {
      alert: 'SnpPtpTimeStepped',
      expr: lines(rose('ic_snp_ptp_time_updates_total', '10m'), connectedFor(12)),
      for: '0m',
      severity: 'warning',
      summary: 'the clock was stepped',
      description: 'Setting the clock disturbs audio and video: check whether the grandmaster changed or jumped.',
    },
    {
      alert: 'SnpPtpClockOff',
      expr: lines(
        `abs(${CLOCK} - timestamp(${CLOCK})) > 10`,
        'unless ic_snp_ptp_locked == 0',
        `unless on (target) timestamp(${LAST_STATUS}) - ${LAST_STATUS} > 5`,
      ),
      for: '2m',
      severity: 'warning',
      summary: 'the clock is off by {{ $value | humanizeDuration }}',
      description:
        'Device and Prometheus disagree about the time: 37 s are the difference of TAI and UTC, which the grandmaster must announce; if all devices are off, check the clock of Prometheus.',
    },
    {
      alert: 'SnpPtpGrandmaster',
      expr: lines(
        'snp:locked_grandmaster',
        'unless on (site, grandmaster_identity) snp:majority_grandmaster',
        'and on (site) snp:majority_grandmaster',
      ),
      for: '2m',
      severity: 'warning',
      summary: 'follows grandmaster {{ $labels.grandmaster_identity }}, different from most devices',
      description:
        'Most locked devices of the same site (the tag site in TAG_LABELS) follow another grandmaster: check PTP domain and network of this one.',
    },
  ],
};
