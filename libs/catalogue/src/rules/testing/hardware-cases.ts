import { faultOf, type AlertCases } from './case';

const flag = (name: string, labels: Readonly<Record<string, string>>, summary: string) =>
  faultOf(name, labels, { good: '0', bad: '1', summary });
const isOk = (name: string, labels: Readonly<Record<string, string>>, summary: string) =>
  faultOf(name, labels, { good: '1', bad: '0', summary });

const RECEIVE = 'ic_snp_qsfp_receive_power_dbm';
const TRANSMIT = 'ic_snp_qsfp_transmit_power_dbm';
const PRESENT_1 = 'ic_snp_qsfp_module_present{index="1"}';
const PRESENT_2 = 'ic_snp_qsfp_module_present{index="2"}';
const FAN_1 = 'ic_snp_power_supply_fan_ok{index="1"}';
const FAN_2 = 'ic_snp_power_supply_fan_ok{index="2"}';
const NO_SECONDARY = 'ic_snp_network_interface_info{leg="secondary",address="0.0.0.0"}';
const BOOT = 'ic_snp_boot_timestamp_seconds';

/** Power, cooling, optics, licences. */
export const hardwareCases: AlertCases = {
  SnpPowerSupply: isOk('ic_snp_power_supply_ok', {}, 'a power supply has failed'),
  SnpPowerSupplyFan: {
    minutes: 10,
    fires: {
      'stands still': {
        series: { [FAN_2]: '1 for 5m, 0', 'ic_snp_power_supply_present{index="2"}': '1' },
        labels: { index: '2' },
        summary: 'the fan of power supply 2 has failed',
      },
    },
    silent: {
      turns: { [FAN_1]: '1', 'ic_snp_power_supply_present{index="1"}': '1' },
      'no second supply': { [FAN_2]: '0', 'ic_snp_power_supply_present{index="2"}': '0' },
      'second supply off': { [FAN_2]: '0', 'ic_snp_power_supply_enabled{index="2"}': '0' },
    },
  },
  SnpFrontFan: isOk('ic_snp_front_fan_ok', { index: '1' }, 'front fan 1 has failed'),
  SnpFpgaFan: {
    minutes: 10,
    fires: {
      'status and alarm': {
        series: {
          'ic_snp_fpga_fan_ok{index="1"}': '1 for 5m, 0',
          'ic_snp_fpga_alarm{index="1",alarm="fan"}': '0 for 5m, 1',
        },
        labels: { index: '1' },
        summary: 'the fan of FPGA 1 has failed',
      },
      'alarm only': {
        series: { 'ic_snp_fpga_fan_ok{index="2"}': '1', 'ic_snp_fpga_alarm{index="2",alarm="fan"}': '0 for 5m, 1' },
        labels: { index: '2', alarm: 'fan' },
        summary: 'the fan of FPGA 2 has failed',
      },
    },
    silent: {
      turns: { 'ic_snp_fpga_fan_ok{index="1"}': '1', 'ic_snp_fpga_alarm{index="1",alarm="fan"}': '0' },
      'no fan': { 'ic_snp_fpga_alarm{index="3",alarm="fan"}': '0' },
    },
  },
  SnpFpgaConfiguration: flag(
    'ic_snp_fpga_alarm',
    { index: '1', alarm: 'configuration' },
    'configuration alarm of FPGA 1',
  ),
  SnpFpgaTemperature: flag('ic_snp_fpga_alarm', { index: '4', alarm: 'temperature' }, 'temperature alarm of FPGA 4'),
  SnpBoardTemperature: faultOf(
    'ic_snp_temperature_celsius',
    { sensor: 'io_board' },
    { good: '70', bad: '70.5', summary: 'io board at 70.5 °C' },
  ),
  SnpQsfpTemperature: flag('ic_snp_qsfp_temperature_alarm', { index: '1' }, 'temperature alarm of QSFP 1'),
  SnpQsfpMissing: {
    minutes: 10,
    fires: {
      'secondary out': {
        series: {
          [PRESENT_2]: '1 for 5m, 0',
          'ic_snp_network_interface_info{leg="secondary",address="10.0.1.2"}': '1',
        },
        labels: { index: '2' },
        summary: 'QSFP 2 is missing',
      },
      'primary out': { series: { [PRESENT_1]: '1 for 5m, 0' }, labels: { index: '1' }, summary: 'QSFP 1 is missing' },
    },
    silent: {
      both: { [PRESENT_1]: '1', [PRESENT_2]: '1' },
      'secondary leg not in use': {
        [PRESENT_1]: '1',
        [PRESENT_2]: '0',
        [NO_SECONDARY]: '1',
      },
    },
  },
  SnpQsfpPower: {
    minutes: 12,
    fires: {
      'one lane dark': {
        series: { [`${RECEIVE}{index="1",lane="1"}`]: '-1', [`${RECEIVE}{index="1",lane="2"}`]: '-1 for 5m, -40' },
        labels: { index: '1', direction: 'receive' },
        summary: 'weak receive power of QSFP 1 (-40 dBm)',
      },
      'laser weak': {
        series: { [`${TRANSMIT}{index="2",lane="1"}`]: '-9.5' },
        labels: { index: '2', direction: 'transmit' },
        summary: 'weak transmit power of QSFP 2 (-9.5 dBm)',
      },
    },
    silent: {
      bright: { [`${RECEIVE}{index="1",lane="1"}`]: '-8.9', [`${TRANSMIT}{index="1",lane="1"}`]: '0.4' },
      'unplugged and back': { [`${RECEIVE}{index="1",lane="1"}`]: '-1 for 5m, -40 for 3m, -1' },
      copper: { [PRESENT_1]: '1' },
      'primary leg in use only, no fibre in QSFP 2': { [`${RECEIVE}{index="2",lane="1"}`]: '-40', [NO_SECONDARY]: '1' },
    },
  },
  SnpSfpMismatch: flag(
    'ic_snp_sfp_module_mismatch',
    { index: '3', direction: 'tx' },
    'SFP 3 (tx) does not match its configuration',
  ),
  SnpMajorAlarms: faultOf(
    'ic_snp_alarm_instances',
    { severity: 'major' },
    { good: '0', bad: '2', summary: 'major alarms: 2' },
  ),
  SnpLicense: flag('ic_snp_license_invalid', { key: 'SNP-SK-HDR' }, 'the configuration exceeds licence SNP-SK-HDR'),
  SnpRebooted: {
    minutes: 30,
    fires: {
      'ten minutes ago': { series: { [BOOT]: '-86400 for 20m, none for 3m, 1200' }, summary: 'restarted 10m 0s ago' },
    },
    silent: {
      'up for a day': { [BOOT]: '-86400' },
      'half an hour ago': { [BOOT]: '0' },
      'new to Prometheus': { [BOOT]: 'none for 25m, -86400' },
    },
  },
  SnpRebootRequired: flag('ic_snp_reboot_required', {}, 'a reboot is required'),
};
