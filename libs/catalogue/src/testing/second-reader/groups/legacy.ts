import { duration, linkMode, linkModeNumber } from './console';
import type { Expectation } from '../reading/expectation';
import {
  celsius,
  counter,
  flag,
  isOk,
  letters,
  number,
  object,
  rows,
  rpm,
  says,
  seconds,
  text,
  type Maybe,
  type Raw,
} from '../reading/values';

export function readLegacySystem(status: Raw, out: Expectation): void {
  const boards = object(status['Board_Temperatures']);
  out.add('ic_snp_mainboard_temperature', {}, celsius(boards['Main_Board']));
  out.add('ic_snp_ioboard_temperature', {}, celsius(boards['IO_Board']));
  const power = object(status['Power_Supply_Stats']);
  out.add('ic_snp_powersupply_status', {}, isOk(power['PS_Status']));
  const hardware = object(status['SNP_HW_Stats']);
  const facts = {
    firmware: letters(hardware['FWRev']),
    hardware: letters(hardware['HWRev']),
    serial: letters(hardware['Serial']),
  };
  out.legacyInfo('ic_snp_hardware_info', {}, facts);
  const alarms = object(status['Alarm_Stats']);
  out.add('ic_snp_major_alarms', {}, number(alarms['majorInstances']));
  out.add('ic_snp_minor_alarms', {}, number(alarms['minorInstances']));
  const fcs = object(status['FCS_Stats']);
  out.add('ic_snp_fcs_primary_errors_exceeded', {}, flag(fcs['priFCSerrorsExceeded']));
  out.add('ic_snp_fcs_secondary_errors_exceeded', {}, flag(fcs['secFCSerrorsExceeded']));
  readRows(status, out);
}

function readRows(status: Raw, out: Expectation): void {
  for (const [index, fpga] of rows(status['FPGA_HW_Stats'])) {
    out.add('ic_snp_fpga_temperature', { index }, celsius(fpga['Temp']));
    out.add('ic_snp_fpga_fan_status', { index }, isOk(fpga['Fan_Status']));
    out.add('ic_snp_fpga_temp_alarm', { index }, flag(fpga['Temp_Alarm']));
    out.add('ic_snp_fpga_config_alarm', { index }, flag(fpga['Configuration_Alarm']));
    out.add('ic_snp_fpga_fan_alarm', { index }, flag(fpga['Fan_Alarm']));
  }
  for (const [index, fan] of rows(status['Front_Fan_Stats'])) {
    out.add('ic_snp_front_fan_status', { index }, isOk(fan['Status']));
    out.add('ic_snp_front_fan_rpm', { index }, rpm(fan['RotationalSpeed']));
  }
  for (const [index, module] of rows(status['QSFP_Stats'])) {
    out.add('ic_snp_qsfp_temperature', { index }, celsius(module['Temperature']));
    out.add('ic_snp_qsfp_present', { index }, flag(module['present']));
    out.add('ic_snp_qsfp_data_valid', { index }, flag(module['dataValid']));
    out.add('ic_snp_qsfp_temp_alarm', { index }, flag(module['Temp_Alarm']));
  }
  for (const [index, module] of rows(status['SFP_Stats'])) {
    out.add('ic_snp_sfp_present', { index }, flag(module['SFP_Present']));
    out.add('ic_snp_sfp_mismatch', { index }, flag(module['SFP_Mismatch']));
  }
}

/** @param withTimes `LEGACY_TIME_LABELS` */
export function readLegacyPtp(status: Raw, withTimes: boolean, out: Expectation): void {
  const ptp = object(status['ptpStatus']);
  out.add('ic_snp_ptp_status', {}, says(ptp['ptpCtlrState'], 'Locked'));
  out.add('ic_snp_ptp_master_offset', {}, scaled(seconds(ptp['ptpMasterOffset']), 1e6));
  out.add('ic_snp_ptp_master_delay', {}, scaled(seconds(ptp['ptpMasterDelay']), 1e6));
  out.add('ic_snp_ptp_is_master', {}, says(ptp['ptpUcipIsMaster'], 'Master'));
  out.add('ic_snp_ptp_biggest_sys_time_update_ms', {}, scaled(seconds(ptp['biggestSysTimeUpdate']), 1e3));
  out.add('ic_snp_ptp_num_sys_time_updates', {}, counter(ptp['numSysTimeUpdates']));
  const times = withTimes ? { utc_time: letters(ptp['ptpUTC']), rtc_time: letters(ptp['rtcTime']) } : {};
  const facts = {
    clock_identity: letters(ptp['clockIdentity']),
    controller_state: letters(ptp['ptpCtlrState']),
    master_ip: letters(ptp['ptpMasterIP']),
    master_interface_ip: letters(ptp['ptpMasterInterfaceIP']),
    master_uuid: letters(ptp['ptpMasterUUID']),
    master_present: letters(ptp['ptpMasterPresent']),
    ...times,
  };
  out.legacyInfo('ic_snp_ptp_info_info', {}, facts);
}

function scaled(value: Maybe, factor: number): Maybe {
  return value === undefined ? undefined : value * factor;
}

/** All rows, configured or not. */
export function readLegacyVideoRx(status: Raw, out: Expectation): void {
  for (const [index, row] of rows(status['ipVidRxStatus'])) {
    const facts = { video: letters(row['VidRxStd']), colorimetry: letters(row['VidRxColorimetry']) };
    out.legacyInfo('ic_snp_video_rx_info', { index }, facts);
  }
}

/** Channels that are not active too. */
export function readLegacyChannel(status: Raw, out: Expectation): void {
  const index = letters(status['object_ID']) ?? '';
  out.add('ic_snp_aco_abstatus', { index }, says(object(status['ACO'])['ABStatus'], 'A'));
}

export function readLegacyProcessorConfig(processor: string, config: Raw, out: Expectation): void {
  const general = object(config['general']);
  const personality = letters(general['personality']);
  out.legacyInfo('ic_snp_processor_personality_info', { processor }, { personality });
  out.add('ic_snp_processor_force_mab', { processor }, flag(general['forceMAB']));
  out.add('ic_snp_processor_audio_packet_time_ms', { processor }, packetTime(general['audioPacketTime']));
}

/** An index as it is, or a time by its unit. */
function packetTime(value: unknown): Maybe {
  return number(value) ?? scaled(seconds(value), 1e3);
}

/** @param withTimes `LEGACY_TIME_LABELS` */
export function readLegacyConsole(answer: Raw, withTimes: boolean, out: Expectation): void {
  const data = object(answer['data']);
  out.add('ic_snp_console_uptime_seconds', {}, duration(data['upTime']));
  out.add('ic_snp_console_power_on_time_seconds', {}, duration(data['pwrOnTime']));
  const times = withTimes ? { uptime: letters(data['upTime']), power_on_time: letters(data['pwrOnTime']) } : {};
  const facts = { firmware: letters(data['firmwareVer']), serial: letters(data['serialNum']), ...times };
  out.legacyInfo('ic_snp_console_info_info', {}, facts);
}

export function readLegacySystemConfig(config: Raw, out: Expectation): void {
  const mode = object(config['System_Control'])['Net_Mode'];
  out.add('ic_snp_control_link_bonding_status', {}, linkModeNumber(mode));
  if (text(mode) !== undefined) out.legacyInfo('ic_snp_control_link_bonding_info_info', {}, { mode: linkMode(mode) });
}
