import { ALERT_LIMITS, connectedFor, LAST_STATUS, lines, rose, type RuleGroup } from '../rule';

const CONNECTED = 'ic_snp_up == 1';
/** Between its retries a session in error is connecting. */
const IN_ERROR = 'max_over_time(ic_snp_session_state{state="error"}[5m]) == 1';

/** The sessions with the devices: one alert for a device without data, as its values are absent. */
export const sessionAlerts: RuleGroup = {
  name: 'snp-sessions',
  title: 'Sessions',
  rules: [
    {
      alert: 'SnpSessionError',
      expr: lines(IN_ERROR, 'and ignoring (state) ic_snp_up == 0'),
      for: '1m',
      severity: 'critical',
      summary: 'the session needs action',
      description:
        'The exporter gets no data and cannot recover alone, for example because the password is refused: the dashboard gives the reason.',
    },
    {
      alert: 'SnpDown',
      expr: lines('ic_snp_up == 0', `unless ignoring (state) ${IN_ERROR}`),
      for: '2m',
      severity: 'critical',
      summary: 'no data',
      description: 'The device does not answer: check its power, its control network and the reason on the dashboard.',
    },
    {
      alert: 'SnpStatusesStopped',
      // Only of devices that have sent statuses all the time in this session: others may have nothing to say for long.
      expr: lines(
        `time() - ${LAST_STATUS} > 180`,
        `and changes(${LAST_STATUS}[1h]) / count_over_time(${LAST_STATUS}[1h]) > 0.5`,
        `and ${CONNECTED}`,
        connectedFor(60),
      ),
      for: '1m',
      severity: 'critical',
      summary: 'no status for {{ $value | humanizeDuration }}',
      description:
        'The session is up, but the device sends no statuses, so its values are old: disable and enable the connection, or restart the device.',
    },
    {
      alert: 'SnpFlapping',
      // The increase is extrapolated: of a young series, it is 3 after two reconnects.
      expr: lines(
        rose('ic_snp_session_connects_total', '30m', '>= 3'),
        'and changes(ic_snp_session_connects_total[30m]) >= 3',
      ),
      for: '0m',
      severity: 'warning',
      summary: 'the session was re-established {{ printf "%.0f" $value }} times in 30 minutes',
      description:
        'The device or the network between drops the session again and again: the events of the device give the reasons.',
    },
    {
      alert: 'SnpPollFailed',
      expr: lines('ic_snp_poll_success == 0', `and ignoring (endpoint) ${CONNECTED}`),
      for: '10m',
      severity: 'warning',
      summary: 'the configuration poll of {{ $labels.endpoint }} fails',
      description:
        'Metrics that are read over REST are missing or old: check the REST address of the connection and the rights of its user.',
    },
    {
      alert: 'SnpSeriesDropped',
      expr: rose('ic_snp_session_dropped_series_total', '15m'),
      for: '0m',
      severity: 'warning',
      summary: 'series are dropped',
      description:
        'The device has more series or alarms than permitted: subscribe to fewer objects, or raise MAX_SERIES_PER_DEVICE.',
    },
    {
      alert: 'SnpCertificateExpires',
      expr: `ic_snp_certificate_expiry_timestamp_seconds - time() < ${ALERT_LIMITS.certificateDays} * 86400`,
      for: '15m',
      severity: 'warning',
      summary:
        'the TLS certificate {{ if gt $value 0.0 }}expires in {{ $value | humanizeDuration }}{{ else }}has expired{{ end }}',
      description: 'Install a new certificate on the device before the old one expires.',
    },
  ],
};
