import type { Expectation } from '../reading/expectation';
import type { Seen } from '../reading/seen';
import {
  array,
  celsius,
  counter,
  dbm,
  flag,
  isOk,
  label,
  named,
  number,
  object,
  rows,
  rpm,
  text,
  word,
  type Raw,
} from '../reading/values';

const CHASSIS: readonly string[] = ['SNP Classic', 'SNP Deluxe', 'SNP XL'];
const SFP_VENDORS: readonly string[] = ['EMBRIONIX', 'FORMERICA', 'OPTOWAY', 'LIGHTBOLT', 'GENNUM', 'Unknown', 'N/A'];

export function readSystem(status: Raw, seen: Seen, out: Expectation): void {
  readDevice(status, out);
  readBoards(object(status['Board_Temperatures']), out);
  readPower(object(status['Power_Supply_Stats']), out);
  readFans(status, out);
  readFpgas(status, out);
  readQsfps(status, out);
  readSfps(status['SFP_Stats'], 'rx', out);
  readSfps(status['SFP_Tx_Stats'], 'tx', out);
  readLicenses(status, seen, out);
  readDsps(status, out);
}

function readDevice(status: Raw, out: Expectation): void {
  const hardware = object(status['SNP_HW_Stats']);
  out.info(
    'ic_snp_device_info',
    {},
    {
      serial: label(hardware['Serial']),
      firmware: label(hardware['FWRev']),
      hardware: label(hardware['HWRev']),
      mac_0: label(hardware['MAC_0']),
      mac_1: label(hardware['MAC_1']),
      chassis: indexed(hardware['Chassis'], CHASSIS),
    },
  );
  const alarms = object(status['Alarm_Stats']);
  out.add('ic_snp_alarm_instances', { severity: 'major' }, number(alarms['majorInstances']));
  out.add('ic_snp_alarm_instances', { severity: 'minor' }, number(alarms['minorInstances']));
  out.add('ic_snp_alarm_types', {}, number(alarms['uniqueTypes']));
  const fcs = object(status['FCS_Stats']);
  out.add('ic_snp_fcs_errors_exceeded', { leg: 'primary' }, flag(fcs['priFCSerrorsExceeded']));
  out.add('ic_snp_fcs_errors_exceeded', { leg: 'secondary' }, flag(fcs['secFCSerrorsExceeded']));
  out.add('ic_snp_reboot_required', {}, flag(object(status['General'])['rebootRequired']));
}

/** What an index stands for, or a text as it is. */
function indexed(value: unknown, words: readonly string[]): string {
  const index = counter(value);
  return index === undefined ? label(value) : label(words[index]);
}

function readBoards(boards: Raw, out: Expectation): void {
  out.add('ic_snp_temperature_celsius', { sensor: 'main_board' }, celsius(boards['Main_Board']));
  out.add('ic_snp_temperature_celsius', { sensor: 'io_board' }, celsius(boards['IO_Board']));
  for (const [field, sensor] of [
    ['Tx_Board', 'tx_board'],
    ['Exp1_Board', 'exp1_board'],
    ['Exp2_Board', 'exp2_board'],
  ]) {
    const degrees = celsius(boards[field]);
    // These boards have no sensor where they read 0.
    if (degrees !== 0) out.add('ic_snp_temperature_celsius', { sensor }, degrees);
  }
}

function readPower(power: Raw, out: Expectation): void {
  out.add('ic_snp_power_supply_ok', {}, isOk(power['PS_Status']));
  for (const index of ['1', '2']) {
    out.add('ic_snp_power_supply_enabled', { index }, flag(power[`PS_EN_${index}`]));
    out.add('ic_snp_power_supply_present', { index }, flag(power[`PS_Present_${index}`]));
    out.add('ic_snp_power_supply_fan_ok', { index }, isOk(power[`PS_Fan_Status_${index}`]));
  }
  out.add('ic_snp_power_supply_fan_alarm', {}, flag(power['PS_Fan_Alarm']));
  out.add('ic_snp_power_supply_hot_swappable', {}, flag(power['PS_Hot_Swap']));
}

function readFans(status: Raw, out: Expectation): void {
  for (const [index, fan] of rows(status['Front_Fan_Stats'])) {
    out.add('ic_snp_front_fan_ok', { index }, isOk(fan['Status']));
    out.add('ic_snp_front_fan_speed_rpm', { index }, rpm(fan['RotationalSpeed']));
  }
}

function readFpgas(status: Raw, out: Expectation): void {
  for (const [index, fpga] of rows(status['FPGA_HW_Stats'])) {
    out.add('ic_snp_temperature_celsius', { sensor: `fpga_${index}` }, celsius(fpga['Temp']));
    out.add('ic_snp_fpga_fan_ok', { index }, isOk(fpga['Fan_Status']));
    out.add('ic_snp_fpga_alarm', { index, alarm: 'temperature' }, flag(fpga['Temp_Alarm']));
    out.add('ic_snp_fpga_alarm', { index, alarm: 'configuration' }, flag(fpga['Configuration_Alarm']));
    out.add('ic_snp_fpga_alarm', { index, alarm: 'fan' }, flag(fpga['Fan_Alarm']));
    out.add('ic_snp_fpga_alarm', { index, alarm: 'calibration' }, complaint(fpga['Calib_Alarm']));
  }
  for (const [field, build] of Object.entries(object(status['FPGA_Dates']))) {
    const fpga = field.replace(/RevDate$/, '');
    out.info('ic_snp_fpga_build_info', { fpga }, { build: label(build) });
  }
}

/** A text that is empty while all is well. */
function complaint(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') return 0;
  return word(value) === undefined ? undefined : 1;
}

function readQsfps(status: Raw, out: Expectation): void {
  for (const [index, module] of rows(status['QSFP_Stats'])) {
    out.info(
      'ic_snp_qsfp_info',
      { index },
      {
        vendor: label(module['VendorName']),
        part_number: label(module['VendorPN']),
        serial: label(module['VendorSN']),
      },
    );
    out.add('ic_snp_qsfp_module_present', { index }, flag(module['present']));
    out.add('ic_snp_qsfp_module_data_valid', { index }, flag(module['dataValid']));
    out.add('ic_snp_qsfp_temperature_alarm', { index }, flag(module['Temp_Alarm']));
    out.add('ic_snp_temperature_celsius', { sensor: `qsfp_${index}` }, celsius(module['Temperature']));
    if (text(module['FEC_Control']) === 'ON') out.add('ic_snp_qsfp_fec_enabled', { index }, 1);
    if (text(module['FEC_Control']) === 'OFF') out.add('ic_snp_qsfp_fec_enabled', { index }, 0);
    for (const lane of ['1', '2', '3', '4']) {
      out.add('ic_snp_qsfp_receive_power_dbm', { index, lane }, dbm(module[`RxPower${lane}`]));
      out.add('ic_snp_qsfp_transmit_power_dbm', { index, lane }, dbm(module[`TxPower${lane}`]));
    }
  }
}

function readSfps(stats: unknown, direction: 'rx' | 'tx', out: Expectation): void {
  for (const [index, module] of rows(stats)) {
    if (module['SFP_Present'] !== false) readSfpFacts(index, direction, module, out);
    out.add('ic_snp_sfp_module_present', { index, direction }, flag(module['SFP_Present']));
    out.add('ic_snp_sfp_module_mismatch', { index, direction }, flag(module['SFP_Mismatch']));
    const sensor = `sfp_${direction}_${index}`;
    out.add('ic_snp_temperature_celsius', { sensor }, celsius(module['SFP_Temperature']));
    for (const lane of ['1', '2']) {
      out.add('ic_snp_sfp_transmit_power_dbm', { index, direction, lane }, dbm(module[`SFP_TxPower${lane}`]));
      if (direction === 'rx') {
        out.add('ic_snp_sfp_receive_power_dbm', { index, lane }, dbm(module[`SFP_RxPower${lane}`]));
      }
    }
  }
}

function readSfpFacts(index: string, direction: string, module: Raw, out: Expectation): void {
  const facts = {
    vendor: indexed(module['SFP_VendorName'], SFP_VENDORS),
    part_number: label(module['SFP_VendorPN']),
    serial: label(module['SFP_VendorSN']),
  };
  out.info('ic_snp_sfp_info', { index, direction }, facts);
}

function readLicenses(status: Raw, seen: Seen, out: Expectation): void {
  for (const [key, license] of named(status['License_Info'], 'keyName')) {
    const tokens = number(license['tokensTotal']);
    const invalid = complaint(license['invalidConfig']);
    const hasSomething = (tokens !== undefined && tokens > 0) || invalid === 1;
    if (!seen.since(`license ${key}`, hasSomething)) continue;
    out.add('ic_snp_license_tokens', { key }, tokens);
    out.add('ic_snp_license_tokens_available', { key }, number(license['tokensAvailable']));
    out.add('ic_snp_license_invalid', { key }, invalid);
  }
  for (const [key, license] of named(status['AAP_License_Status'], 'keyName')) {
    out.add('ic_snp_audio_license_credits', { key }, number(license['creditsTotal']));
    out.add('ic_snp_audio_license_credits_used', { key }, number(license['creditsUsed']));
  }
}

function readDsps(status: Raw, out: Expectation): void {
  for (const each of array(status['DSPutilization'])) {
    const dsp = label(object(each)['DSP_Number']);
    if (dsp === '') continue;
    const active = number(object(each)['Active']);
    const planned = number(object(each)['Planned']);
    if (active !== undefined) out.add('ic_snp_dsp_utilization_ratio', { dsp }, active / 100);
    if (planned !== undefined) out.add('ic_snp_dsp_planned_utilization_ratio', { dsp }, planned / 100);
  }
}
