import type { AlertCases, Series } from './case';

const visible = (primary: string, secondary: string): Series => ({
  'ic_snp_ptp_master_visible{leg="primary"}': primary,
  'ic_snp_ptp_master_visible{leg="secondary"}': secondary,
});

const UPDATES = 'ic_snp_ptp_time_updates_total';
const CONNECTED = 'ic_snp_session_connected_timestamp_seconds';
const CLOCK = 'ic_snp_ptp_clock_timestamp_seconds';
const LAST_STATUS = 'ic_snp_session_last_status_timestamp_seconds';
const OFFSET = 'ic_snp_ptp_offset_from_master_seconds';
const OTHER = 'follows grandmaster B, different from most devices';

/** A device that is locked to a grandmaster. */
const follows = (grandmaster: string, site?: string, isLocked = '1'): Series => ({
  [`ic_snp_ptp_grandmaster_info{clock_identity="c",grandmaster_identity="${grandmaster}",master_address="10.0.0.1",interface_address="10.0.0.2"}`]:
    '1',
  ic_snp_ptp_locked: isLocked,
  ...(site === undefined ? {} : { [`ic_snp_device_info{serial="1",site="${site}"}`]: '1' }),
});

/** The site as a label of the scrape, by relabelling; without the object `system`. */
const scrapedWithSite = (grandmaster: string): Series => ({
  [`ic_snp_ptp_grandmaster_info{site="harbour",grandmaster_identity="${grandmaster}"}`]: '1',
  'ic_snp_ptp_locked{site="harbour"}': '1',
});

/** The PTP clocks. */
export const ptpCases: AlertCases = {
  SnpPtpUnlocked: {
    minutes: 10,
    fires: {
      'free run': { series: { ic_snp_ptp_locked: '1 for 7m, 0' }, summary: 'PTP is not locked' },
      'free run, far off': {
        series: { ic_snp_ptp_locked: '0', [OFFSET]: '1', [CLOCK]: '5000 +1/s', [LAST_STATUS]: '0 +1/s' },
        summary: 'PTP is not locked',
      },
    },
    silent: {
      'locked again': { ic_snp_ptp_locked: '1 for 8m, 0 for 1m, 1' },
      disconnected: { ic_snp_ptp_locked: '0 for 9m, none' },
    },
  },
  SnpPtpNoMaster: {
    minutes: 10,
    fires: {
      'both legs dark': {
        series: { ...visible('1 for 5m, 0', '1 for 6m, 0'), ic_snp_ptp_port_is_master: '1' },
        summary: 'no PTP master is visible on any leg',
      },
    },
    silent: {
      'one leg left': visible('1', '0 for 1m, 1'),
      'back at once': visible('1 for 5m, 0 for 1m, 1', '0 for 6m, 1'),
    },
  },
  SnpPtpMasterOnOneLeg: {
    minutes: 10,
    fires: {
      'secondary leg dark': {
        series: {
          ...visible('1', '1 for 5m, 0'),
          'ic_snp_network_interface_info{leg="secondary",address="10.0.0.2"}': '1',
        },
        labels: { leg: 'secondary' },
        summary: 'no PTP master is visible on the secondary leg',
      },
      'one element of two has one leg only': {
        series: {
          ...visible('1', '1 for 5m, 0'),
          'ic_snp_network_interface_info{element="10.0.0.9",leg="secondary",address=""}': '1',
        },
        labels: { leg: 'secondary' },
        summary: 'no PTP master is visible on the secondary leg',
      },
      'network not subscribed': {
        series: visible('1 for 5m, 0', '1'),
        labels: { leg: 'primary' },
        summary: 'no PTP master is visible on the primary leg',
      },
    },
    silent: {
      both: visible('1', '1'),
      'primary leg in use only': {
        ...visible('1', '0'),
        'ic_snp_network_interface_info{leg="secondary",address="0.0.0.0"}': '1',
      },
    },
  },
  SnpPtpMaster: {
    minutes: 10,
    fires: {
      leads: { series: { ic_snp_ptp_port_is_master: '0 for 5m, 1' }, summary: 'the device itself is PTP master' },
    },
    silent: {
      follows: { ic_snp_ptp_port_is_master: '0' },
      'elected for a moment': { ic_snp_ptp_port_is_master: '0 for 5m, 1 for 1m, 0' },
    },
  },
  SnpPtpOffset: {
    minutes: 10,
    fires: {
      drifts: { series: { [OFFSET]: '1e-7 for 5m, -2e-6' }, summary: 'the PTP offset is 2us' },
    },
    silent: {
      small: { [OFFSET]: '9e-7' },
      'one peak': { [OFFSET]: '1e-7 for 8m, 5e-6 for 1m, 1e-7' },
    },
  },
  SnpPtpTimeStepped: {
    minutes: 20,
    fires: { stepped: { series: { [UPDATES]: '23 for 15m, 24', [CONNECTED]: '0' }, summary: 'the clock was stepped' } },
    silent: {
      'long ago': { [UPDATES]: '23 for 8m, 24', [CONNECTED]: '0' },
      rebooted: { [UPDATES]: '23 for 12m, none for 2m, 1', [CONNECTED]: '0 for 12m, none for 2m, 840' },
      disconnected: { [UPDATES]: '23 for 15m, 24 for 2m, none', [CONNECTED]: '0 for 17m, none' },
      'new to Prometheus': { [UPDATES]: 'none for 15m, 34', [CONNECTED]: '0' },
    },
  },
  SnpPtpClockOff: {
    minutes: 10,
    fires: {
      'TAI in place of UTC': {
        series: { [CLOCK]: '37 +1/s', [LAST_STATUS]: '0 +1/s' },
        summary: 'the clock is off by 37s',
      },
    },
    silent: {
      'three seconds old': { [CLOCK]: '-3 +1/s', [LAST_STATUS]: '-1 +1/s' },
      'set a moment ago': { [CLOCK]: '0 +1/s for 9m, 640 +1/s', [LAST_STATUS]: '0 +1/s' },
      'without a status': { [CLOCK]: '0 +1/s for 4m, 240', [LAST_STATUS]: '0 +1/s for 4m, 240' },
      disconnected: { [CLOCK]: '0 +1/s for 4m, none', [LAST_STATUS]: '0 +1/s for 4m, 240' },
    },
  },
  SnpPtpGrandmaster: {
    minutes: 10,
    fires: {
      'B of five in no site': { series: follows('B'), labels: { grandmaster_identity: 'B' }, summary: OTHER },
      'B of four in the north': {
        series: follows('B', 'north'),
        labels: { grandmaster_identity: 'B', site: 'north' },
        summary: OTHER,
      },
      'B of four in the harbour': {
        series: scrapedWithSite('B'),
        labels: { grandmaster_identity: 'B', site: 'harbour' },
        summary: OTHER,
      },
      'free run in the north, no other alert': {
        series: follows('C', 'north', '0'),
        alert: 'SnpPtpUnlocked',
        summary: 'PTP is not locked',
      },
      'free run, no other alert': {
        series: follows('C', undefined, '0'),
        alert: 'SnpPtpUnlocked',
        summary: 'PTP is not locked',
      },
    },
    silent: {
      'A of five, 1': follows('A'),
      'A of five, 2': follows('A'),
      'A of five, 3': follows('A'),
      'no identity': follows(''),
      'A in the harbour, 1': scrapedWithSite('A'),
      'A in the harbour, 2': scrapedWithSite('A'),
      'A in the harbour, 3': scrapedWithSite('A'),
      'A of the north, 3': follows('A', 'north'),
      'A of the north, 1': follows('A', 'north'),
      'A of the north, 2': follows('A', 'north'),
      'C of the south, 1': follows('C', 'south'),
      'C of the south, 2': follows('C', 'south'),
      'A in two halves, 1': follows('A', 'west'),
      'A in two halves, 2': follows('A', 'west'),
      'B in two halves, 1': follows('B', 'west'),
      'B in two halves, 2': follows('B', 'west'),
      alone: follows('D', 'east'),
    },
  },
};
