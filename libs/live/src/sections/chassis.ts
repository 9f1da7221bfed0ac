import { celsius, flag, isOk, rpm, type JsonObject } from '@snp/protocol';
import type { FanDto, FpgaDto, PowerDto, TemperatureDto } from '../dto/status/chassis.dto';
import { complaint, flagOrNull, indexedRowsAt, objectAt, orNull, words, yesNo } from './fields';

const SUPPLIES = [1, 2];

/** Power supplies, of the object `system`. */
export function readPower(system: JsonObject): PowerDto {
  const stats = objectAt(system, 'Power_Supply_Stats');
  return {
    ok: yesNo(isOk(stats.PS_Status)),
    status: words(stats.PS_Status),
    fan_alarm: flagOrNull(stats.PS_Fan_Alarm),
    hot_swap: flagOrNull(stats.PS_Hot_Swap),
    supplies: SUPPLIES.map((index) => ({
      index,
      enabled: flagOrNull(stats[`PS_EN_${index}`]),
      present: flagOrNull(stats[`PS_Present_${index}`]),
      fan_ok: yesNo(isOk(stats[`PS_Fan_Status_${index}`])),
    })),
  };
}

/** Front fans, of the object `system`. */
export function readFans(system: JsonObject): FanDto[] {
  return indexedRowsAt(system, 'Front_Fan_Stats').map(([index, row]) => ({
    index,
    ok: yesNo(isOk(row.Status)),
    speed_rpm: orNull(rpm(row.RotationalSpeed)),
  }));
}

/** FPGAs, of the object `system`. */
export function readFpgas(system: JsonObject): FpgaDto[] {
  return indexedRowsAt(system, 'FPGA_HW_Stats').map(([index, row]) => ({
    index,
    celsius: orNull(celsius(row.Temp)),
    temperature_alarm: flagOrNull(row.Temp_Alarm),
    configuration_alarm: flagOrNull(row.Configuration_Alarm),
    fan_alarm: flagOrNull(row.Fan_Alarm),
    fan_ok: yesNo(isOk(row.Fan_Status)),
    calibration_alarm: complaint(row.Calib_Alarm),
  }));
}

const BOARDS = [
  { sensor: 'main_board', field: 'Main_Board', isAlwaysThere: true },
  { sensor: 'io_board', field: 'IO_Board', isAlwaysThere: true },
  { sensor: 'tx_board', field: 'Tx_Board', isAlwaysThere: false },
  { sensor: 'exp1_board', field: 'Exp1_Board', isAlwaysThere: false },
  { sensor: 'exp2_board', field: 'Exp2_Board', isAlwaysThere: false },
];

/** Temperature of a board in degrees Celsius; a board that need not be there says 0 when it is not. */
export function boardTemperature(system: JsonObject, field: string, isAlwaysThere = true): number | undefined {
  const value = celsius(objectAt(system, 'Board_Temperatures')[field]);
  return value === 0 && !isAlwaysThere ? undefined : value;
}

const MODULES = [
  { prefix: 'fpga', rows: 'FPGA_HW_Stats', field: 'Temp' },
  { prefix: 'qsfp', rows: 'QSFP_Stats', field: 'Temperature' },
  { prefix: 'sfp_rx', rows: 'SFP_Stats', field: 'SFP_Temperature' },
  { prefix: 'sfp_tx', rows: 'SFP_Tx_Stats', field: 'SFP_Temperature' },
];

/** Every temperature with a reading, of the object `system`. */
export function readTemperatures(system: JsonObject): TemperatureDto[] {
  const boards = BOARDS.map(({ sensor, field, isAlwaysThere }) => ({
    sensor,
    celsius: boardTemperature(system, field, isAlwaysThere),
    alarm: null,
  }));
  const modules = MODULES.flatMap(({ prefix, rows, field }) =>
    indexedRowsAt(system, rows).map(([index, row]) => ({
      sensor: `${prefix}_${index}`,
      celsius: celsius(row[field]),
      alarm: yesNo(flag(row.Temp_Alarm)),
    })),
  );
  return [...boards, ...modules].filter((row): row is TemperatureDto => row.celsius !== undefined);
}
