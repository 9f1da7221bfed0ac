import { scalar } from './yaml';

/** An alert as Prometheus evaluates it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must be true. */
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  /** What is wrong; the summary starts with the name of the device. */
  readonly summary: string;
}

/** The health rules of the dashboard as far as metrics express them, worst first. */
export const ALERT_RULES: readonly AlertRule[] = [
  {
    alert: 'SnpDown',
    expr: 'ic_snp_up == 0',
    for: '1m',
    severity: 'critical',
    summary: 'no data',
  },
  {
    alert: 'SnpPtpUnlocked',
    expr: 'ic_snp_ptp_locked == 0',
    for: '30s',
    severity: 'critical',
    summary: 'PTP is not locked',
  },
  {
    alert: 'SnpPowerSupply',
    expr: 'ic_snp_power_supply_ok == 0',
    for: '30s',
    severity: 'critical',
    summary: 'a power supply has failed',
  },
  {
    alert: 'SnpFpgaConfiguration',
    expr: 'ic_snp_fpga_alarm{alarm="configuration"} == 1',
    for: '30s',
    severity: 'critical',
    summary: 'configuration alarm of FPGA {{ $labels.index }}',
  },
  {
    alert: 'SnpMajorAlarms',
    expr: 'ic_snp_alarm_instances{severity="major"} > 0',
    for: '30s',
    severity: 'critical',
    summary: '{{ $value }} major alarms',
  },
  {
    alert: 'SnpPtpOffset',
    expr: 'abs(ic_snp_ptp_offset_from_master_seconds) > 1e-6',
    for: '1m',
    severity: 'warning',
    summary: 'PTP offset is {{ $value | humanize }}s',
  },
  {
    alert: 'SnpPtpGrandmaster',
    expr:
      'ic_snp_ptp_grandmaster_info unless on (grandmaster_identity) ' +
      'topk(1, count by (grandmaster_identity) (ic_snp_ptp_grandmaster_info))',
    for: '1m',
    severity: 'warning',
    summary: 'follows grandmaster {{ $labels.grandmaster_identity }}, different from most devices',
  },
  {
    alert: 'SnpFpgaTemperature',
    expr: 'ic_snp_fpga_alarm{alarm="temperature"} == 1',
    for: '1m',
    severity: 'warning',
    summary: 'temperature alarm of FPGA {{ $labels.index }}',
  },
  {
    alert: 'SnpFan',
    expr: 'ic_snp_front_fan_ok == 0 or ic_snp_fpga_fan_ok == 0 or ic_snp_power_supply_fan_ok == 0',
    for: '1m',
    severity: 'warning',
    summary: 'fan {{ $labels.index }} has failed',
  },
  {
    alert: 'SnpReceiverUnprotected',
    expr:
      'ic_snp_receiver_protection_state{state="not_present"} == 1 ' +
      'and on (target, essence, index) ic_snp_receiver_info{primary_source!="",secondary_source!=""}',
    for: '1m',
    severity: 'warning',
    summary: '{{ $labels.essence }} receiver {{ $labels.index }} has two sources but no protection',
  },
  {
    alert: 'SnpReceiverLosesPackets',
    expr: 'rate(ic_snp_receiver_missing_packets_total[1m]) > 0',
    for: '1m',
    severity: 'warning',
    summary: '{{ $labels.essence }} receiver {{ $labels.index }} is missing {{ $value | humanize }} packets/s',
  },
  {
    alert: 'SnpFrameCheckErrors',
    expr: 'ic_snp_fcs_errors_exceeded == 1',
    for: '1m',
    severity: 'warning',
    summary: 'too many frame check errors on the {{ $labels.leg }} leg',
  },
  {
    alert: 'SnpCertificateExpires',
    expr: 'ic_snp_certificate_expiry_timestamp_seconds - time() < 14 * 86400',
    for: '1h',
    severity: 'warning',
    summary: 'certificate expires in {{ $value | humanizeDuration }}',
  },
];

/** A rule file for Prometheus. */
export function ruleFile(rules: readonly AlertRule[] = ALERT_RULES): string {
  return ['groups:', '  - name: snp', '    rules:', ...rules.flatMap(linesOf), ''].join('\n');
}

function linesOf({ alert, expr, for: length, severity, summary }: AlertRule): string[] {
  return [
    `      - alert: ${alert}`,
    `        expr: ${scalar(expr)}`,
    `        for: ${length}`,
    '        labels:',
    `          severity: ${severity}`,
    '        annotations:',
    `          summary: ${scalar(`{{ $labels.target }}: ${summary}`)}`,
  ];
}
