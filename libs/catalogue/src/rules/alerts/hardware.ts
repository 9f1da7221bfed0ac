import { lines, QSFP_IN_USE, type RuleGroup } from '../rule';

const weak = (direction: 'receive' | 'transmit'): string =>
  `label_replace(min without (lane) (ic_snp_qsfp_${direction}_power_dbm) < -9, "direction", "${direction}", "", "")`;

/** Power, cooling, optics, licences. */
export const hardwareAlerts: RuleGroup = {
  name: 'snp-hardware',
  title: 'Hardware',
  rules: [
    {
      alert: 'SnpPowerSupply',
      expr: 'ic_snp_power_supply_ok == 0',
      for: '1m',
      severity: 'critical',
      summary: 'a power supply has failed',
      description:
        'A power supply is bad, off or without mains: the dashboard shows which; replace it or restore mains.',
    },
    {
      alert: 'SnpPowerSupplyFan',
      expr: lines(
        'ic_snp_power_supply_fan_ok == 0',
        'unless (ic_snp_power_supply_present == 0 or ic_snp_power_supply_enabled == 0)',
      ),
      for: '1m',
      severity: 'warning',
      summary: 'the fan of power supply {{ $labels.index }} has failed',
      description: 'The power supply will overheat: replace it.',
    },
    {
      alert: 'SnpFrontFan',
      expr: 'ic_snp_front_fan_ok == 0',
      for: '1m',
      severity: 'warning',
      summary: 'front fan {{ $labels.index }} has failed',
      description: 'The chassis is cooled less: replace the fan and watch the temperatures.',
    },
    {
      alert: 'SnpFpgaFan',
      expr: lines('ic_snp_fpga_fan_ok == 0', 'or ignoring (alarm) ic_snp_fpga_alarm{alarm="fan"} == 1'),
      for: '1m',
      severity: 'warning',
      summary: 'the fan of FPGA {{ $labels.index }} has failed',
      description: 'The FPGA will overheat: have the fan replaced.',
    },
    {
      alert: 'SnpFpgaConfiguration',
      expr: 'ic_snp_fpga_alarm{alarm=~"configuration|calibration"} == 1',
      for: '1m',
      severity: 'critical',
      summary: '{{ $labels.alarm }} alarm of FPGA {{ $labels.index }}',
      description:
        'The FPGA does not process its signals properly: restart the device; if the alarm returns, it needs repair.',
    },
    {
      alert: 'SnpFpgaTemperature',
      expr: 'ic_snp_fpga_alarm{alarm="temperature"} == 1',
      for: '1m',
      severity: 'warning',
      summary: 'temperature alarm of FPGA {{ $labels.index }}',
      description: 'The FPGA is too hot by the limit of the device: check fans, air flow and room temperature.',
    },
    {
      alert: 'SnpBoardTemperature',
      expr: 'ic_snp_temperature_celsius{sensor=~".+_board"} > 70',
      for: '5m',
      severity: 'warning',
      summary: '{{ $labels.sensor | reReplaceAll "_" " " }} at {{ $value | humanize }} °C',
      description: 'The board is above 70 °C: check fans, air flow and room temperature.',
    },
    {
      alert: 'SnpQsfpTemperature',
      expr: 'ic_snp_qsfp_temperature_alarm == 1',
      for: '1m',
      severity: 'warning',
      summary: 'temperature alarm of QSFP {{ $labels.index }}',
      description: 'The module is too hot by the limit of the device: check the air flow, then replace the module.',
    },
    {
      alert: 'SnpQsfpMissing',
      expr: lines('ic_snp_qsfp_module_present == 0', QSFP_IN_USE),
      for: '1m',
      severity: 'warning',
      summary: 'QSFP {{ $labels.index }} is missing',
      description:
        'A media port (1 is primary, 2 secondary) has no module, so its leg is lost: seat or replace the module.',
    },
    {
      alert: 'SnpQsfpPower',
      expr: lines(
        '(',
        `  ${weak('receive')}`,
        `  or ${weak('transmit')}`,
        ') unless ignoring (direction) ic_snp_qsfp_module_present == 0',
        QSFP_IN_USE,
      ),
      for: '5m',
      severity: 'warning',
      summary: 'weak {{ $labels.direction }} power of QSFP {{ $labels.index }} ({{ $value | humanize }} dBm)',
      description:
        'A lane is below -9 dBm and may lose packets: clean or replace the fibre (receive) or the module (transmit).',
    },
    {
      alert: 'SnpSfpMismatch',
      expr: 'ic_snp_sfp_module_mismatch == 1',
      for: '5m',
      severity: 'warning',
      summary: 'SFP {{ $labels.index }} ({{ $labels.direction }}) does not match its configuration',
      description: 'The slot holds another kind of module than configured: change the module or the configuration.',
    },
    {
      alert: 'SnpMajorAlarms',
      expr: 'ic_snp_alarm_instances{severity="major"} > 0',
      for: '1m',
      severity: 'critical',
      summary: 'major alarms: {{ $value }}',
      description: 'The device reports major alarms: the alarms of the dashboard list them.',
    },
    {
      alert: 'SnpLicense',
      expr: 'ic_snp_license_invalid == 1',
      for: '5m',
      severity: 'warning',
      summary: 'the configuration exceeds licence {{ $labels.key }}',
      description: 'Something that is configured does not run because a licence is missing: remove it or add tokens.',
    },
    {
      alert: 'SnpRebooted',
      expr: 'time() - ic_snp_boot_timestamp_seconds < 900',
      for: '0m',
      severity: 'warning',
      summary: 'restarted {{ $value | humanizeDuration }} ago',
      description:
        'The controller of the device was started within the last 15 minutes: find out why, if nobody did it.',
    },
    {
      alert: 'SnpRebootRequired',
      expr: 'ic_snp_reboot_required == 1',
      for: '5m',
      severity: 'warning',
      summary: 'a reboot is required',
      description: 'A change takes effect only after a reboot: plan one.',
    },
  ],
};
