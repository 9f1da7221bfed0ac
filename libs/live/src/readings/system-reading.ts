import { counter, type JsonObject } from '@snp/protocol';
import type { FanDto, FpgaDto, PowerDto } from '../dto/status/chassis.dto';
import { LEGS, type Leg } from '../dto/words';
import { boardTemperature, readFans, readFpgas, readPower } from '../sections/chassis';
import { flagOrNull, indexedRowsAt, objectAt, orNull, words } from '../sections/fields';

/** What of the object `system` matters to health, figures and history. */
export interface SystemReading {
  readonly power: PowerDto;
  readonly fans: readonly FanDto[];
  readonly fpgas: readonly FpgaDto[];
  /** Numbers of the QSFP modules whose temperature alarm is on. */
  readonly hotQsfps: readonly number[];
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

const FCS_FIELDS: Readonly<Record<Leg, string>> = {
  primary: 'priFCSerrorsExceeded',
  secondary: 'secFCSerrorsExceeded',
};

export function readSystem(system: JsonObject): SystemReading {
  const hardware = objectAt(system, 'SNP_HW_Stats');
  const alarms = objectAt(system, 'Alarm_Stats');
  const fcs = objectAt(system, 'FCS_Stats');
  const fpgas = readFpgas(system);
  return {
    power: readPower(system),
    fans: readFans(system),
    fpgas,
    hotQsfps: hotQsfps(system),
    mainBoard: orNull(boardTemperature(system, 'Main_Board')),
    ioBoard: orNull(boardTemperature(system, 'IO_Board')),
    hottestFpga: hottest(fpgas),
    majorAlarms: orNull(counter(alarms.majorInstances)),
    minorAlarms: orNull(counter(alarms.minorInstances)),
    fcsLegs: LEGS.filter((leg) => fcs[FCS_FIELDS[leg]] === true),
    isRebootRequired: flagOrNull(objectAt(system, 'General').rebootRequired) === true,
    firmware: words(hardware.FWRev),
    serial: words(hardware.Serial),
  };
}

function hotQsfps(system: JsonObject): number[] {
  return indexedRowsAt(system, 'QSFP_Stats').flatMap(([index, row]) => (row.Temp_Alarm === true ? [index] : []));
}

function hottest(fpgas: readonly FpgaDto[]): number | null {
  let highest: number | null = null;
  for (const { celsius } of fpgas) if (celsius !== null && (highest === null || celsius > highest)) highest = celsius;
  return highest;
}
