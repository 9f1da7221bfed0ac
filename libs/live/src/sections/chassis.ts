import { celsius, flag, isOk, rpm, SYSTEM, type JsonObject } from '@snp/protocol';
import type { FanDto, FpgaDto, PowerDto, TemperatureDto } from '../dto/status/chassis.dto';
import { complaint, flagOrNull, indexedRowsAt, objectAt, orNull, words, yesNo } from './values';

const { power, fans, fpgas, boards, qsfps, sfps } = SYSTEM;

/** Power supplies, of the object `system`. */
export function readPower(system: JsonObject): PowerDto {
  const stats = objectAt(system, power.section);
  return {
    ok: yesNo(isOk(stats[power.status])),
    status: words(stats[power.status]),
    fan_alarm: flagOrNull(stats[power.fanAlarm]),
    hot_swap: flagOrNull(stats[power.hotSwappable]),
    supplies: power.supplies.map(({ index, enabled, present, fan }) => ({
      index,
      enabled: flagOrNull(stats[enabled]),
      present: flagOrNull(stats[present]),
      fan_ok: yesNo(isOk(stats[fan])),
    })),
  };
}

/** Front fans, of the object `system`. */
export function readFans(system: JsonObject): FanDto[] {
  return indexedRowsAt(system, fans.rows).map(([index, row]) => ({
    index,
    ok: yesNo(isOk(row[fans.status])),
    speed_rpm: orNull(rpm(row[fans.speed])),
  }));
}

/** FPGAs, of the object `system`. */
export function readFpgas(system: JsonObject): FpgaDto[] {
  return indexedRowsAt(system, fpgas.rows).map(([index, row]) => ({
    index,
    celsius: orNull(celsius(row[fpgas.temperature])),
    temperature_alarm: flagOrNull(row[fpgas.temperatureAlarm]),
    configuration_alarm: flagOrNull(row[fpgas.configurationAlarm]),
    fan_alarm: flagOrNull(row[fpgas.fanAlarm]),
    fan_ok: yesNo(isOk(row[fpgas.fanStatus])),
    calibration_alarm: complaint(row[fpgas.calibrationAlarm]),
  }));
}

const MODULES = [
  { prefix: 'fpga', rows: fpgas.rows, field: fpgas.temperature, alarm: fpgas.temperatureAlarm },
  { prefix: 'qsfp', rows: qsfps.rows, field: qsfps.temperature, alarm: qsfps.temperatureAlarm },
  { prefix: 'sfp_rx', rows: sfps.rows.rx, field: sfps.temperature, alarm: sfps.temperatureAlarm },
  { prefix: 'sfp_tx', rows: sfps.rows.tx, field: sfps.temperature, alarm: sfps.temperatureAlarm },
];

/** Every temperature that is measured, of the object `system`. */
export function readTemperatures(system: JsonObject): TemperatureDto[] {
  const measured = objectAt(system, boards.section);
  const ofBoards = boards.sensors.map(({ sensor, field, read }) => ({
    sensor,
    celsius: read(measured[field]),
    alarm: null,
  }));
  const ofModules = MODULES.flatMap(({ prefix, rows, field, alarm }) =>
    indexedRowsAt(system, rows).map(([index, row]) => ({
      sensor: `${prefix}_${index}`,
      celsius: celsius(row[field]),
      alarm: yesNo(flag(row[alarm])),
    })),
  );
  return [...ofBoards, ...ofModules].filter((row): row is TemperatureDto => row.celsius !== undefined);
}
