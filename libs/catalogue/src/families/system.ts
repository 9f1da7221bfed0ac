import {
  celsius,
  chassisName,
  dbm,
  flag,
  hasComplaint,
  isOk,
  number,
  onOff,
  ratio,
  rpm,
  sfpVendor,
  SYSTEM,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at, fields, rows } from '../table/place';
import { lanes, value, type SampleReader, type ValueReader } from '../table/readers';
import { HARDWARE } from '../places/hardware';

const { identity, alarms, boards, power, fans, fpgas, qsfps, sfps, fcs, licences, audioLicences, dsps } = SYSTEM;

const ALARMS = HARDWARE.alarms;
const BOARDS = HARDWARE.boards;
const FANS = HARDWARE.fans;
const FCS = HARDWARE.fcs;
const FPGAS = HARDWARE.fpgas;
const POWER = HARDWARE.power;
const QSFPS = HARDWARE.qsfps;
const SFPS_RX = HARDWARE.sfpsRx;
const SFPS_TX = rows(SYSTEM.type, sfps.rows.tx, { labels: { index: KEY, direction: 'tx' } });
const isComplaint = hasComplaint('');

const LICENCES = rows(SYSTEM.type, licences.rows, {
  key: licences.key,
  labels: { key: KEY },
  once: () => (row) => (number(row[licences.total]) ?? 0) > 0 || isComplaint(row[licences.complaint]) === 1,
});
const AUDIO_LICENCES = rows(SYSTEM.type, audioLicences.rows, { key: audioLicences.key, labels: { key: KEY } });
const DSPS = rows(SYSTEM.type, dsps.rows, { key: dsps.number, labels: { dsp: KEY } });

const SFP_FACTS = {
  vendor: { fields: [sfps.vendor], text: sfpVendor },
  part_number: sfps.partNumber,
  serial: sfps.serial,
};

/** The slots that are not known to be empty. */
const filledSlots = (direction: 'rx' | 'tx') =>
  rows(SYSTEM.type, sfps.rows[direction], {
    labels: { index: KEY, direction },
    only: () => (row) => row[sfps.present] !== false,
  });

/** `Conv4RevDate` dates the build of the FPGA `Conv4`. */
const fpgaOfDate = (field: string): string => field.replace(/RevDate$/, '');

/** The same field of both power supplies. */
const supplies = (field: 'enabled' | 'present' | 'fan', read: ValueReader): SampleReader[] =>
  power.supplies.map((supply) => value(POWER, supply[field], read, { index: String(supply.index) }));

/** The device's hardware: power, cooling, temperatures, optics, licences. */
export const system = group('system', [
  {
    name: 'ic_snp_device_info',
    type: 'info',
    labels: ['serial', 'firmware', 'hardware', 'mac_0', 'mac_1', 'chassis'],
    help: 'Serial number, firmware, hardware revision, control port addresses and chassis of the device.',
    source: 'system.SNP_HW_Stats',
    read: facts(HARDWARE.identity, {
      serial: identity.serial,
      firmware: identity.firmware,
      hardware: identity.hardware,
      mac_0: identity.mac0,
      mac_1: identity.mac1,
      chassis: { fields: [identity.chassis], text: chassisName },
    }),
  },
  {
    name: 'ic_snp_temperature_celsius',
    type: 'gauge',
    unit: 'celsius',
    labels: ['sensor'],
    help: 'Temperature of a board (main_board, io_board, tx_board, exp1_board, exp2_board), an FPGA (fpga_1 …) or an optical module (qsfp_1 …, sfp_rx_1 …, sfp_tx_1 …).',
    source:
      'system.Board_Temperatures, FPGA_HW_Stats[].Temp, QSFP_Stats[].Temperature, SFP_Stats[] and SFP_Tx_Stats[].SFP_Temperature',
    read: [
      ...boards.sensors.map(({ sensor, field, read }) => value(BOARDS, field, read, { sensor })),
      value(FPGAS, fpgas.temperature, celsius, { sensor: (index) => `fpga_${index}` }),
      value(QSFPS, qsfps.temperature, celsius, { sensor: (index) => `qsfp_${index}` }),
      value(SFPS_RX, sfps.temperature, celsius, { sensor: (index) => `sfp_rx_${index}` }),
      value(SFPS_TX, sfps.temperature, celsius, { sensor: (index) => `sfp_tx_${index}` }),
    ],
  },
  {
    name: 'ic_snp_alarm_instances',
    type: 'gauge',
    labels: ['severity'],
    help: 'Active alarms by severity.',
    source: 'system.Alarm_Stats.majorInstances, minorInstances',
    read: [
      value(ALARMS, alarms.major, number, { severity: 'major' }),
      value(ALARMS, alarms.minor, number, { severity: 'minor' }),
    ],
  },
  {
    name: 'ic_snp_alarm_types',
    type: 'gauge',
    help: 'Number of distinct types of active alarms.',
    source: 'system.Alarm_Stats.uniqueTypes',
    read: value(ALARMS, alarms.types, number),
  },
  {
    name: 'ic_snp_power_supply_ok',
    type: 'gauge',
    help: 'Whether the power supplies as a whole are OK.',
    source: 'system.Power_Supply_Stats.PS_Status',
    read: value(POWER, power.status, isOk),
  },
  {
    name: 'ic_snp_power_supply_enabled',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether a power supply is enabled.',
    source: 'system.Power_Supply_Stats.PS_EN_1, PS_EN_2',
    read: supplies('enabled', flag),
  },
  {
    name: 'ic_snp_power_supply_present',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether a power supply is present.',
    source: 'system.Power_Supply_Stats.PS_Present_1, PS_Present_2',
    read: supplies('present', flag),
  },
  {
    name: 'ic_snp_power_supply_fan_ok',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether the fan of a power supply turns.',
    source: 'system.Power_Supply_Stats.PS_Fan_Status_1, PS_Fan_Status_2',
    read: supplies('fan', isOk),
  },
  {
    name: 'ic_snp_power_supply_fan_alarm',
    type: 'gauge',
    help: 'Whether the fan alarm of the power supplies is active.',
    source: 'system.Power_Supply_Stats.PS_Fan_Alarm',
    read: value(POWER, power.fanAlarm, flag),
  },
  {
    name: 'ic_snp_power_supply_hot_swappable',
    type: 'gauge',
    help: 'Whether the power supplies can be swapped under power. Neither value is a fault.',
    source: 'system.Power_Supply_Stats.PS_Hot_Swap',
    read: value(POWER, power.hotSwappable, flag),
  },
  {
    name: 'ic_snp_front_fan_ok',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether a front fan is OK.',
    source: 'system.Front_Fan_Stats[].Status',
    read: value(FANS, fans.status, isOk),
  },
  {
    name: 'ic_snp_front_fan_speed_rpm',
    type: 'gauge',
    unit: 'rpm',
    labels: ['index'],
    help: 'Speed of a front fan in revolutions per minute.',
    source: 'system.Front_Fan_Stats[].RotationalSpeed',
    read: value(FANS, fans.speed, rpm),
  },
  {
    name: 'ic_snp_fpga_fan_ok',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether the fan of an FPGA is OK.',
    source: 'system.FPGA_HW_Stats[].Fan_Status',
    read: value(FPGAS, fpgas.fanStatus, isOk),
  },
  {
    name: 'ic_snp_fpga_alarm',
    type: 'gauge',
    labels: ['index', 'alarm'],
    help: 'Whether an alarm of an FPGA is active.',
    source: 'system.FPGA_HW_Stats[].Temp_Alarm, Configuration_Alarm, Fan_Alarm, Calib_Alarm',
    read: [
      value(FPGAS, fpgas.temperatureAlarm, flag, { alarm: 'temperature' }),
      value(FPGAS, fpgas.configurationAlarm, flag, { alarm: 'configuration' }),
      value(FPGAS, fpgas.fanAlarm, flag, { alarm: 'fan' }),
      value(FPGAS, fpgas.calibrationAlarm, isComplaint, { alarm: 'calibration' }),
    ],
  },
  {
    name: 'ic_snp_fpga_build_info',
    type: 'info',
    labels: ['fpga', 'build'],
    help: 'Build dates of the hardware and software of an FPGA.',
    source: 'system.FPGA_Dates',
    read: facts(fields(SYSTEM.type, SYSTEM.fpgaDates.section, { fpga: fpgaOfDate }), { build: '' }),
  },
  {
    name: 'ic_snp_qsfp_info',
    type: 'info',
    labels: ['index', 'vendor', 'part_number', 'serial'],
    help: 'Vendor, part number and serial number of a QSFP module.',
    source: 'system.QSFP_Stats[].VendorName, VendorPN, VendorSN',
    read: facts(QSFPS, { vendor: qsfps.vendor, part_number: qsfps.partNumber, serial: qsfps.serial }),
  },
  {
    name: 'ic_snp_qsfp_module_present',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether a QSFP module is present.',
    source: 'system.QSFP_Stats[].present',
    read: value(QSFPS, qsfps.present, flag),
  },
  {
    name: 'ic_snp_qsfp_module_data_valid',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether the data of a QSFP module is valid.',
    source: 'system.QSFP_Stats[].dataValid',
    read: value(QSFPS, qsfps.dataValid, flag),
  },
  {
    name: 'ic_snp_qsfp_fec_enabled',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether forward error correction (FEC) is on.',
    source: 'system.QSFP_Stats[].FEC_Control',
    read: value(QSFPS, qsfps.fec, onOff),
  },
  {
    name: 'ic_snp_qsfp_temperature_alarm',
    type: 'gauge',
    labels: ['index'],
    help: 'Whether the temperature alarm of a QSFP module is active.',
    source: 'system.QSFP_Stats[].Temp_Alarm',
    read: value(QSFPS, qsfps.temperatureAlarm, flag),
  },
  {
    name: 'ic_snp_qsfp_receive_power_dbm',
    type: 'gauge',
    unit: 'dbm',
    labels: ['index', 'lane'],
    help: 'Received optical power of a lane of a QSFP module in dBm.',
    source: 'system.QSFP_Stats[].RxPower1 … RxPower4',
    read: lanes(QSFPS, qsfps.receivePower, dbm),
  },
  {
    name: 'ic_snp_qsfp_transmit_power_dbm',
    type: 'gauge',
    unit: 'dbm',
    labels: ['index', 'lane'],
    help: 'Transmitted optical power of a lane of a QSFP module in dBm.',
    source: 'system.QSFP_Stats[].TxPower1 … TxPower4',
    read: lanes(QSFPS, qsfps.transmitPower, dbm),
  },
  {
    name: 'ic_snp_sfp_info',
    type: 'info',
    labels: ['index', 'direction', 'vendor', 'part_number', 'serial'],
    help: 'Vendor, part number and serial number of an SFP module; empty slots have no series.',
    source: 'system.SFP_Stats[] and SFP_Tx_Stats[].SFP_VendorName, SFP_VendorPN, SFP_VendorSN',
    read: [facts(filledSlots('rx'), SFP_FACTS), facts(filledSlots('tx'), SFP_FACTS)],
  },
  {
    name: 'ic_snp_sfp_module_present',
    type: 'gauge',
    labels: ['index', 'direction'],
    help: 'Whether an SFP module is present.',
    source: 'system.SFP_Stats[] and SFP_Tx_Stats[].SFP_Present',
    read: [value(SFPS_RX, sfps.present, flag), value(SFPS_TX, sfps.present, flag)],
  },
  {
    name: 'ic_snp_sfp_module_mismatch',
    type: 'gauge',
    labels: ['index', 'direction'],
    help: 'Whether an SFP module does not match its configuration.',
    source: 'system.SFP_Stats[] and SFP_Tx_Stats[].SFP_Mismatch',
    read: [value(SFPS_RX, sfps.mismatch, flag), value(SFPS_TX, sfps.mismatch, flag)],
  },
  {
    name: 'ic_snp_sfp_receive_power_dbm',
    type: 'gauge',
    unit: 'dbm',
    labels: ['index', 'lane'],
    help: 'Received optical power of a lane of a receiving SFP module in dBm.',
    source: 'system.SFP_Stats[].SFP_RxPower1, SFP_RxPower2',
    read: lanes(SFPS_RX, sfps.receivePower, dbm),
  },
  {
    name: 'ic_snp_sfp_transmit_power_dbm',
    type: 'gauge',
    unit: 'dbm',
    labels: ['index', 'direction', 'lane'],
    help: 'Transmitted optical power of a lane of an SFP module in dBm.',
    source: 'system.SFP_Stats[] and SFP_Tx_Stats[].SFP_TxPower1, SFP_TxPower2',
    read: [...lanes(SFPS_RX, sfps.transmitPower, dbm), ...lanes(SFPS_TX, sfps.transmitPower, dbm)],
  },
  {
    name: 'ic_snp_fcs_errors_exceeded',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether the FCS errors of a media interface exceed their limit.',
    source: 'system.FCS_Stats.priFCSerrorsExceeded, secFCSerrorsExceeded',
    read: [
      value(FCS, fcs.exceeded.primary, flag, { leg: 'primary' }),
      value(FCS, fcs.exceeded.secondary, flag, { leg: 'secondary' }),
    ],
  },
  {
    name: 'ic_snp_license_tokens',
    type: 'gauge',
    labels: ['key'],
    help: 'Total tokens of a licence; only for licences that have, or had in this session, a token or a complaint.',
    source: 'system.License_Info[].tokensTotal',
    read: value(LICENCES, licences.total, number),
  },
  {
    name: 'ic_snp_license_tokens_available',
    type: 'gauge',
    labels: ['key'],
    help: 'Available tokens of a licence.',
    source: 'system.License_Info[].tokensAvailable',
    read: value(LICENCES, licences.available, number),
  },
  {
    name: 'ic_snp_license_invalid',
    type: 'gauge',
    labels: ['key'],
    help: 'Whether the configuration exceeds a licence.',
    source: 'system.License_Info[].invalidConfig',
    read: value(LICENCES, licences.complaint, isComplaint),
  },
  {
    name: 'ic_snp_audio_license_credits',
    type: 'gauge',
    labels: ['key'],
    help: 'Total credits of an audio processing licence.',
    source: 'system.AAP_License_Status[].creditsTotal',
    read: value(AUDIO_LICENCES, audioLicences.total, number),
  },
  {
    name: 'ic_snp_audio_license_credits_used',
    type: 'gauge',
    labels: ['key'],
    help: 'Credits of an audio processing licence in use.',
    source: 'system.AAP_License_Status[].creditsUsed',
    read: value(AUDIO_LICENCES, audioLicences.used, number),
  },
  {
    name: 'ic_snp_dsp_utilization_ratio',
    type: 'gauge',
    unit: 'ratio',
    labels: ['dsp'],
    help: 'Utilisation of a DSP, from 0 to 1.',
    source: 'system.DSPutilization[].Active',
    read: value(DSPS, dsps.active, ratio),
  },
  {
    name: 'ic_snp_dsp_planned_utilization_ratio',
    type: 'gauge',
    unit: 'ratio',
    labels: ['dsp'],
    help: 'Planned utilisation of a DSP, from 0 to 1.',
    source: 'system.DSPutilization[].Planned',
    read: value(DSPS, dsps.planned, ratio),
  },
  {
    name: 'ic_snp_reboot_required',
    type: 'gauge',
    help: 'Whether the device requires a reboot.',
    source: 'system.General.rebootRequired',
    read: value(at(SYSTEM.type, SYSTEM.general.section), SYSTEM.general.rebootRequired, flag),
  },
]);
