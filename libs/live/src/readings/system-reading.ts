import { celsius, counter, LEGS, SYSTEM, type JsonObject, type Leg } from '@snp/protocol';
import type { FanDto, FpgaDto, PowerDto } from '../dto/status/chassis.dto';
import { readFans, readFpgas, readPower } from '../sections/chassis';
import { indexedRowsAt, objectAt, orNull, words } from '../sections/values';

/** A module that is too hot. */
export type HotModule = Pick<FpgaDto, 'index' | 'celsius'>;

/** What of the object `system` matters to health, figures and history. */
export interface SystemReading {
  readonly power: PowerDto;
  readonly fans: readonly FanDto[];
  readonly fpgas: readonly FpgaDto[];
  /** The QSFP modules with a temperature alarm. */
  readonly hotQsfps: readonly HotModule[];
  /** Degrees Celsius. */
  readonly mainBoard: number | null;
  readonly ioBoard: number | null;
  readonly hottestFpga: number | null;
  readonly majorAlarms: number | null;
  readonly minorAlarms: number | null;
  /** Legs whose frame check errors exceed their limit. */
  readonly fcsLegs: readonly Leg[];
  readonly isRebootRequired: boolean;
  readonly firmware: string | null;
  readonly serial: string | null;
}

export function readSystem(system: JsonObject): SystemReading {
  const identity = objectAt(system, SYSTEM.identity.section);
  const alarms = objectAt(system, SYSTEM.alarms.section);
  const boards = objectAt(system, SYSTEM.boards.section);
  const fcs = objectAt(system, SYSTEM.fcs.section);
  const general = objectAt(system, SYSTEM.general.section);
  const fpgas = readFpgas(system);
  return {
    power: readPower(system),
    fans: readFans(system),
    fpgas,
    hotQsfps: hotQsfps(system),
    mainBoard: orNull(celsius(boards[SYSTEM.boards.main])),
    ioBoard: orNull(celsius(boards[SYSTEM.boards.io])),
    hottestFpga: hottest(fpgas),
    majorAlarms: orNull(counter(alarms[SYSTEM.alarms.major])),
    minorAlarms: orNull(counter(alarms[SYSTEM.alarms.minor])),
    fcsLegs: LEGS.filter((leg) => fcs[SYSTEM.fcs.exceeded[leg]] === true),
    isRebootRequired: general[SYSTEM.general.rebootRequired] === true,
    firmware: words(identity[SYSTEM.identity.firmware]),
    serial: words(identity[SYSTEM.identity.serial]),
  };
}

function hotQsfps(system: JsonObject): HotModule[] {
  const { rows, temperature, temperatureAlarm } = SYSTEM.qsfps;
  return indexedRowsAt(system, rows)
    .filter(([, row]) => row[temperatureAlarm] === true)
    .map(([index, row]) => ({ index, celsius: orNull(celsius(row[temperature])) }));
}

/** The highest temperature, null where none is known. */
export function hottest(modules: readonly HotModule[]): number | null {
  let highest: number | null = null;
  for (const { celsius } of modules) if (celsius !== null && (highest === null || celsius > highest)) highest = celsius;
  return highest;
}
