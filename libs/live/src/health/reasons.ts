import type { ActiveAlarm, PtpState } from '@snp/protocol';
import type { LostLeg } from '../readings/receiver-watch';
import { hottest, type HotModule, type SystemReading } from '../readings/system-reading';
import type { Subject } from './subject';
import { inSeconds, THRESHOLDS } from './thresholds';
import { counted, numbered, receivers } from './wording';

/** Longest text of a device in a reason, in characters. */
const MAX_REASON = 120;

const UNLOCKED: Readonly<Record<Exclude<PtpState, 'locked'>, string>> = {
  unlocked_free_run: 'PTP unlocked',
  acquiring: 'PTP acquiring',
  holdover: 'PTP in holdover',
  other: 'PTP not locked',
};

/** The state of a clock that is not locked. */
export function unlocked(state: PtpState | null): string | null {
  return state === null || state === 'locked' ? null : UNLOCKED[state];
}

/** A session that reconnects counts as failed until the attempt has succeeded. */
export function hasFailedWith(state: 'error' | 'disconnected', subject: Subject): boolean {
  return subject.state === state || (subject.state === 'connecting' && subject.failure?.state === state);
}

/** Why there is no data. */
export function noData(reason: string): string {
  return reason === '' ? 'No data' : `No data: ${reason}`;
}

/** The reason of the last failure, also while the session reconnects. */
export function reasonOfFailure({ state, stateReason, failure }: Subject): string {
  return state === 'connecting' && failure !== null ? failure.reason : stateReason;
}

/** A lost session, or one without messages. */
export function silence(subject: Subject): string | null {
  if (hasFailedWith('disconnected', subject)) return noData(reasonOfFailure(subject));
  const isStale =
    subject.state === 'connected' &&
    subject.lastMessageAt !== null &&
    subject.now - subject.lastMessageAt >= THRESHOLDS.stale;
  return isStale ? noData(`no message for ${inSeconds(THRESHOLDS.stale)}`) : null;
}

/** A fault of the object `system`; null without one. */
export function ofSystem(system: SystemReading | null, fault: (system: SystemReading) => string | null): string | null {
  return system === null ? null : fault(system);
}

/** The numbers of the rows that are faulty. */
export function indexes<T extends { index: number }>(rows: readonly T[], isFaulty: (row: T) => boolean): number[] {
  return rows.filter(isFaulty).map(({ index }) => index);
}

/** `Fans 3 and 5 failed`; null without numbers. */
export function faulty(thing: string, numbers: readonly number[], fault: string): string | null {
  return numbers.length === 0 ? null : `${numbered(thing, numbers)} ${fault}`;
}

/** `Receiver 4 not protected`; null without anybody. */
export function orNothing(who: string, what: string): string | null {
  return who === '' ? null : `${who} ${what}`;
}

/** `Receiver 4: primary leg lost`. */
export function lostLegs(receiversOfOneLeg: readonly LostLeg[]): string | null {
  const [first] = receiversOfOneLeg;
  if (first === undefined) return null;
  const leg = receiversOfOneLeg.every(({ leg }) => leg === first.leg) ? first.leg : 'one';
  return `${receivers(receiversOfOneLeg)}: ${leg} leg lost`;
}

/** A missing supply is a fault only if the device reports its power as not OK. */
export function powerSupplyFault({ power: { ok, status, supplies } }: SystemReading): string | null {
  const off = indexes(supplies, ({ enabled, present }) => enabled === false && present !== false);
  if (off.length > 0) return faulty('Power supply', off, 'off');
  if (ok !== false) return null;
  const missing = indexes(supplies, ({ present }) => present === false);
  return faulty('Power supply', missing, 'missing') ?? `Power supply: ${status ?? 'not OK'}`;
}

/** The worst fault of a fan: front, FPGA, power supply. */
export function fanFault({ fans, fpgas, power }: SystemReading): string | null {
  const failed = fans.filter(({ ok }) => ok === false);
  const speed = failed.length === 1 ? failed[0].speed_rpm : null;
  return (
    faulty(
      'Fan',
      failed.map(({ index }) => index),
      speed === null ? 'failed' : `failed (${speed} rpm)`,
    ) ??
    faulty(
      'FPGA fan',
      indexes(fpgas, ({ fan_ok, fan_alarm }) => fan_ok === false || fan_alarm === true),
      'failed',
    ) ??
    faulty(
      'Power supply fan',
      indexes(power.supplies, ({ fan_ok, present }) => fan_ok === false && present !== false),
      'failed',
    ) ??
    (power.fan_alarm === true ? 'Power supply fan alarm' : null)
  );
}

/** `FPGA 4 over temperature (101 °C)`. */
export function overTemperature(thing: string, modules: readonly HotModule[]): string | null {
  const celsius = hottest(modules);
  const fault = celsius === null ? 'over temperature' : `over temperature (${Math.round(celsius)} °C)`;
  return faulty(
    thing,
    modules.map(({ index }) => index),
    fault,
  );
}

/** Alarms carry no severity: the text is known to be that of the major alarm only if there is no other alarm. */
export function majorAlarms(
  { majorAlarms: count, minorAlarms }: SystemReading,
  alarms: readonly ActiveAlarm[],
): string | null {
  if (!count) return null;
  const [alarm] = alarms;
  const isNamed = count === 1 && minorAlarms === 0 && alarms.length === 1 && alarm.reason !== '';
  return isNamed ? `Major alarm: ${alarm.reason.slice(0, MAX_REASON)}` : counted(count, 'major alarm');
}

/** A certificate that has expired, or will soon. */
export function certificateFault(expiresAt: number | null, date: number): string | null {
  if (expiresAt === null || !(expiresAt - date <= THRESHOLDS.certificate)) return null;
  const day = new Date(Math.max(expiresAt, 0)).toISOString().slice(0, 10);
  return `Certificate ${expiresAt <= date ? 'expired' : 'expires'} on ${day}`;
}
