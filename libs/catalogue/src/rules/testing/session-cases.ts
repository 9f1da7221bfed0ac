import type { AlertCases } from './case';

const LAST_STATUS = 'ic_snp_session_last_status_timestamp_seconds';
const ERROR = 'ic_snp_session_state{state="error"}';

/** The sessions with the devices. */
export const sessionCases: AlertCases = {
  SnpSessionError: {
    minutes: 10,
    fires: {
      'password refused': {
        series: { ic_snp_up: '1 for 5m, 0', [ERROR]: '0 for 5m, 1' },
        labels: { state: 'error' },
        summary: 'the session needs action',
      },
      'in error, connecting between two tries': {
        series: { ic_snp_up: '0', [ERROR]: '1 for 8m, 0 for 1m, 1 for 1m, 0' },
        labels: { state: 'error' },
        summary: 'the session needs action',
      },
    },
    silent: {
      'corrected password': { ic_snp_up: '0 for 8m, 1', [ERROR]: '1 for 8m, 0' },
      connected: { ic_snp_up: '1', [ERROR]: '0' },
    },
  },
  SnpDown: {
    minutes: 10,
    fires: {
      'not reachable': { series: { ic_snp_up: '1 for 5m, 0', [ERROR]: '0' }, summary: 'no data' },
    },
    silent: {
      'lost for a minute': { ic_snp_up: '1 for 5m, 0 for 1m, 1' },
      deleted: { ic_snp_up: '1 for 2m, 0 for 1m, none' },
    },
  },
  SnpStatusesStopped: {
    minutes: 30,
    fires: {
      'heartbeats only': {
        series: { ic_snp_up: '1', [LAST_STATUS]: '0 +1/s for 20m, 1200' },
        summary: 'no status for 10m 0s',
      },
    },
    silent: {
      'disconnected since': { ic_snp_up: '1 for 20m, 0', [LAST_STATUS]: '0 +1/s for 20m, 1200' },
      'a status every ten minutes': { ic_snp_up: '1', [LAST_STATUS]: '0 for 10m, 600 for 10m, 1200' },
      'other objects since the last session': {
        ic_snp_up: '1',
        ic_snp_session_connected_timestamp_seconds: '-9999 for 18m, 1080',
        [LAST_STATUS]: '0 +1/s for 20m, 1200',
      },
      'none for two minutes': { ic_snp_up: '1', [LAST_STATUS]: '0 +1/s for 28m, 1680' },
      'none for four minutes, then one': { ic_snp_up: '1', [LAST_STATUS]: '0 +1/s for 24m, 1440 for 4m, 1680 +1/s' },
    },
  },
  SnpFlapping: {
    minutes: 30,
    fires: {
      'four sessions in ten minutes': {
        series: { ic_snp_session_connects_total: '1 for 18m, 2 for 4m, 3 for 4m, 4' },
        summary: 'the session was re-established 3 times in 30 minutes',
      },
    },
    silent: {
      'reconnected twice': { ic_snp_session_connects_total: '1 for 10m, 2 for 10m, 3' },
      'reconnected twice right after it was added': {
        ic_snp_session_connects_total: 'none for 28m, 1 for 1m, 2 for 1m, 3',
      },
      'of a restarted exporter': { ic_snp_session_connects_total: '9 for 10m, none for 1m, 1' },
      deleted: { ic_snp_session_connects_total: '1 for 18m, 2 for 4m, 3 for 4m, 4 for 2m, none' },
      'new to Prometheus': { ic_snp_session_connects_total: 'none for 10m, 40' },
    },
  },
  SnpPollFailed: {
    minutes: 20,
    fires: {
      'no answer': {
        series: { ic_snp_up: '1', 'ic_snp_poll_success{endpoint="system"}': '1 for 5m, 0' },
        labels: { endpoint: 'system' },
        summary: 'the configuration poll of system fails',
      },
    },
    silent: {
      'one poll failed': { ic_snp_up: '1', 'ic_snp_poll_success{endpoint="system"}': '1 for 15m, 0 for 2m, 1' },
      'disconnected since': { ic_snp_up: '1 for 11m, 0', 'ic_snp_poll_success{endpoint="system"}': '0' },
      'no console': { ic_snp_up: '1', 'ic_snp_poll_success{endpoint="console"}': '0 for 2m, none' },
    },
  },
  SnpSeriesDropped: {
    minutes: 20,
    fires: {
      'too many series': {
        series: { ic_snp_session_dropped_series_total: '0 for 5m, +1/s' },
        summary: 'series are dropped',
      },
    },
    silent: {
      'fewer objects since': { ic_snp_session_dropped_series_total: '0 +9/s for 4m, 2160' },
      deleted: { ic_snp_session_dropped_series_total: '0 +9/s for 18m, none' },
      'new to Prometheus': { ic_snp_session_dropped_series_total: 'none for 15m, 7000' },
    },
  },
  SnpCertificateExpires: {
    minutes: 30,
    fires: {
      'expires in 13 days': {
        series: { ic_snp_certificate_expiry_timestamp_seconds: String(30 * 60 + 13 * 86_400) },
        summary: 'the TLS certificate expires in 13d 0h 0m 0s',
      },
      expired: {
        series: { ic_snp_certificate_expiry_timestamp_seconds: '-86400' },
        summary: 'the TLS certificate has expired',
      },
    },
    silent: {
      'expires in 15 days': { ic_snp_certificate_expiry_timestamp_seconds: String(15 * 86_400) },
      replaced: { ic_snp_certificate_expiry_timestamp_seconds: '86400 for 25m, 99999999' },
    },
  },
};
