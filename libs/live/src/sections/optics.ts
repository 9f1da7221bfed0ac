import { celsius, counter, dbm, onOff, sfpVendor, SYSTEM, type JsonObject } from '@snp/protocol';
import type { LaneDto, LicenceDto, OpticsDto } from '../dto/status/modules.dto';
import { complaint, flagOrNull, indexedRowsAt, orNull, rowsAt, words, yesNo } from './values';

const { qsfps, sfps, licences, audioLicences } = SYSTEM;

/** QSFP and SFP modules, of the object `system`. */
export function readOptics(system: JsonObject): OpticsDto[] {
  return [
    ...indexedRowsAt(system, qsfps.rows).map(([index, row]) => qsfp(index, row)),
    ...indexedRowsAt(system, sfps.rows.rx).map(([index, row]) => sfp('sfp_rx', index, row)),
    ...indexedRowsAt(system, sfps.rows.tx).map(([index, row]) => sfp('sfp_tx', index, row)),
  ];
}

function qsfp(index: number, row: JsonObject): OpticsDto {
  return {
    kind: 'qsfp',
    index,
    present: flagOrNull(row[qsfps.present]),
    data_valid: flagOrNull(row[qsfps.dataValid]),
    mismatch: null,
    fec_enabled: yesNo(onOff(row[qsfps.fec])),
    vendor: words(row[qsfps.vendor]),
    part_number: words(row[qsfps.partNumber]),
    serial: words(row[qsfps.serial]),
    celsius: orNull(celsius(row[qsfps.temperature])),
    temperature_alarm: flagOrNull(row[qsfps.temperatureAlarm]),
    lanes: readLanes(row, qsfps),
  };
}

function sfp(kind: 'sfp_rx' | 'sfp_tx', index: number, row: JsonObject): OpticsDto {
  // A slot that is empty may still show what was in it.
  const ofModule = (raw: unknown) => (row[sfps.present] === false ? null : words(raw));
  return {
    kind,
    index,
    present: flagOrNull(row[sfps.present]),
    data_valid: null,
    mismatch: flagOrNull(row[sfps.mismatch]),
    fec_enabled: null,
    vendor: ofModule(sfpVendor(row[sfps.vendor])),
    part_number: ofModule(row[sfps.partNumber]),
    serial: ofModule(row[sfps.serial]),
    celsius: orNull(celsius(row[sfps.temperature])),
    temperature_alarm: flagOrNull(row[sfps.temperatureAlarm]),
    lanes: readLanes(row, sfps),
  };
}

interface LaneFields {
  readonly receivePower: readonly string[];
  readonly transmitPower: readonly string[];
}

function readLanes(row: JsonObject, { receivePower, transmitPower }: LaneFields): LaneDto[] {
  return receivePower
    .map((field, at) => ({
      lane: at + 1,
      receive_dbm: orNull(dbm(row[field])),
      transmit_dbm: orNull(dbm(row[transmitPower[at]])),
    }))
    .filter((lane) => lane.receive_dbm !== null || lane.transmit_dbm !== null);
}

/** Licences, of the object `system`. */
export function readLicences(system: JsonObject): LicenceDto[] {
  const personalities = rowsAt(system, licences.rows).map((row) =>
    licence('personality', licences, row, counter(row[licences.total]), counter(row[licences.available])),
  );
  const audio = rowsAt(system, audioLicences.rows).map((row) => {
    const total = counter(row[audioLicences.total]);
    const used = counter(row[audioLicences.used]);
    const available = total === undefined || used === undefined ? undefined : Math.max(0, total - used);
    return licence('audio', audioLicences, row, total, available);
  });
  return [...personalities, ...audio].filter((row) => row.key !== '');
}

interface LicenceFields {
  readonly key: string;
  readonly title: string;
  readonly complaint: string;
}

function licence(
  kind: LicenceDto['kind'],
  fields: LicenceFields,
  row: JsonObject,
  total?: number,
  available?: number,
): LicenceDto {
  return {
    kind,
    key: words(row[fields.key]) ?? '',
    title: words(row[fields.title]),
    total: orNull(total),
    available: orNull(available),
    complaint: complaint(row[fields.complaint]),
  };
}
