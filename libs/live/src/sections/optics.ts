import { celsius, counter, dbm, onOff, type JsonObject } from '@snp/protocol';
import type { LaneDto, LicenceDto, OpticsDto } from '../dto/status/chassis.dto';
import { complaint, flagOrNull, indexedRowsAt, orNull, rowsAt, words, yesNo } from './fields';

/** QSFP and SFP modules, of the object `system`. */
export function readOptics(system: JsonObject): OpticsDto[] {
  return [
    ...indexedRowsAt(system, 'QSFP_Stats').map(([index, row]) => qsfp(index, row)),
    ...indexedRowsAt(system, 'SFP_Stats').map(([index, row]) => sfp('sfp_rx', index, row)),
    ...indexedRowsAt(system, 'SFP_Tx_Stats').map(([index, row]) => sfp('sfp_tx', index, row)),
  ];
}

function qsfp(index: number, row: JsonObject): OpticsDto {
  return {
    kind: 'qsfp',
    index,
    present: flagOrNull(row.present),
    data_valid: flagOrNull(row.dataValid),
    mismatch: null,
    fec_enabled: yesNo(onOff(row.FEC_Control)),
    vendor: words(row.VendorName),
    part_number: words(row.VendorPN),
    serial: words(row.VendorSN),
    celsius: orNull(celsius(row.Temperature)),
    temperature_alarm: flagOrNull(row.Temp_Alarm),
    lanes: lanes(row, 4, ''),
  };
}

function sfp(kind: 'sfp_rx' | 'sfp_tx', index: number, row: JsonObject): OpticsDto {
  return {
    kind,
    index,
    present: flagOrNull(row.SFP_Present),
    data_valid: null,
    mismatch: flagOrNull(row.SFP_Mismatch),
    fec_enabled: null,
    vendor: words(row.SFP_VendorName),
    part_number: words(row.SFP_VendorPN),
    serial: words(row.SFP_VendorSN),
    celsius: orNull(celsius(row.SFP_Temperature)),
    temperature_alarm: flagOrNull(row.Temp_Alarm),
    lanes: lanes(row, 2, 'SFP_'),
  };
}

function lanes(row: JsonObject, count: number, prefix: string): LaneDto[] {
  return Array.from({ length: count }, (_, at) => ({
    lane: at + 1,
    receive_dbm: orNull(dbm(row[`${prefix}RxPower${at + 1}`])),
    transmit_dbm: orNull(dbm(row[`${prefix}TxPower${at + 1}`])),
  })).filter((lane) => lane.receive_dbm !== null || lane.transmit_dbm !== null);
}

/** Licences, of the object `system`. */
export function readLicences(system: JsonObject): LicenceDto[] {
  const personalities = rowsAt(system, 'License_Info').map((row) =>
    licence('personality', row, counter(row.tokensTotal), counter(row.tokensAvailable)),
  );
  const audio = rowsAt(system, 'AAP_License_Status').map((row) => {
    const total = counter(row.creditsTotal);
    const used = counter(row.creditsUsed);
    const available = total === undefined || used === undefined ? undefined : Math.max(0, total - used);
    return licence('audio', row, total, available);
  });
  return [...personalities, ...audio].filter((row) => row.key !== '');
}

function licence(kind: LicenceDto['kind'], row: JsonObject, total?: number, available?: number): LicenceDto {
  return {
    kind,
    key: words(row.keyName) ?? '',
    title: words(row.keyTitle),
    total: orNull(total),
    available: orNull(available),
    complaint: complaint(row.invalidConfig),
  };
}
