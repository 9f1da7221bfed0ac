import type { PtpState } from '@snp/protocol';
import type { HealthLevel, Tab } from '../dto/words';
import type { SystemReading } from '../readings/system-reading';
import type { Subject } from './subject';
import { counted, listed, numbered, receivers } from './wording';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

/** Every figure by which health is judged; times in ms. */
export const THRESHOLDS = {
  /** Values older than this are stale. */
  stale: 10 * SECOND,
  ptpUnlocked: 10 * SECOND,
  ptpOffsetSeconds: 1e-6,
  /** A counter that rose within this time is rising. */
  packetLoss: 10 * SECOND,
  minorAlarms: 60 * SECOND,
  certificate: 14 * DAY,
  /** A finding goes this long after its rule was last broken. */
  better: 5 * SECOND,
} as const;

/** A rule of health. */
export interface HealthRule {
  /** Stable name. */
  readonly rule: string;
  /** What the device is while the rule is broken. */
  readonly level: Exclude<HealthLevel, 'healthy'>;
  /** Where the dashboard shows more. */
  readonly tab: Tab;
  /** When the rule is broken, for a person. */
  readonly when: string;
  /** What is wrong, short enough for a tile, without how long; null when nothing is. */
  reason(subject: Subject): string | null;
  /** Needs values of the device: judged only while its session delivers, gone at once when it does not. */
  readonly ofValues?: true;
  /** Gone as soon as it is no longer broken, for what is no fault. */
  readonly endsAtOnce?: true;
  /** Counts only after having been broken for longer than this, ms. */
  readonly after?: number;
  /** Since when it is broken, ms, where that is known better than from the first look. */
  since?(subject: Subject): number;
}

/** All rules, worst first; of two of the same level the first gives the reason. */
export const HEALTH_RULES: readonly HealthRule[] = [
  {
    rule: 'disabled',
    level: 'off',
    tab: 'overview',
    when: 'the connection is disabled',
    endsAtOnce: true,
    reason: ({ isEnabled }) => (isEnabled ? null : 'Disabled'),
  },
  {
    rule: 'session_error',
    level: 'failed',
    tab: 'events',
    when: 'the session needs a person: refused password, wrong address, empty subscription',
    reason: (subject) => (hasFailedWith('error', subject) ? noData(reasonOfFailure(subject)) : null),
    since: ({ stateSince, failure }) => failure?.at ?? stateSince,
  },
  {
    rule: 'power_supply',
    level: 'failed',
    tab: 'overview',
    when: 'a power supply has failed, is off or is missing',
    ofValues: true,
    reason: ({ readings }) => ofSystem(readings.system, powerSupplyFault),
  },
  {
    rule: 'fpga_configuration',
    level: 'failed',
    tab: 'overview',
    when: 'an FPGA has a configuration alarm',
    ofValues: true,
    reason: ({ readings }) =>
      ofSystem(readings.system, ({ fpgas }) =>
        faulty(
          'FPGA',
          indexes(fpgas, (fpga) => fpga.configuration_alarm === true),
          'configuration alarm',
        ),
      ),
  },
  {
    rule: 'ptp_unlocked',
    level: 'failed',
    tab: 'ptp',
    when: 'PTP is not locked for more than 10 s',
    ofValues: true,
    after: THRESHOLDS.ptpUnlocked,
    reason: ({ readings: { ptp } }) => unlocked(ptp?.state ?? null),
  },
  {
    rule: 'major_alarms',
    level: 'failed',
    tab: 'alarms',
    when: 'the device counts major alarms',
    ofValues: true,
    reason: ({ readings: { system } }) => (system?.majorAlarms ? counted(system.majorAlarms, 'major alarm') : null),
  },
  {
    rule: 'no_data',
    level: 'no_data',
    tab: 'events',
    when: 'the session is lost or not made yet, or no message has come for 10 s',
    reason: silence,
    since: ({ lastMessageAt, stateSince }) => lastMessageAt ?? stateSince,
  },
  {
    rule: 'connecting',
    level: 'no_data',
    tab: 'events',
    when: 'the session is being made for the first time',
    endsAtOnce: true,
    reason: ({ state, failure }) => (state === 'connecting' && failure === null ? 'Connecting' : null),
    since: ({ stateSince }) => stateSince,
  },
  {
    rule: 'receiver_unprotected',
    level: 'degraded',
    tab: 'receivers',
    when: 'a receiver has two sources but no ST 2022-7 protection (`Not Present`)',
    ofValues: true,
    reason: ({ readings }) => orNothing(receivers(readings.receivers.unprotected()), 'not protected'),
  },
  {
    rule: 'missing_packets',
    level: 'degraded',
    tab: 'receivers',
    when: 'the missing packets of a receiver have risen within 10 s',
    ofValues: true,
    reason: ({ readings, now }) =>
      orNothing(receivers(readings.receivers.losingSince(now - THRESHOLDS.packetLoss)), 'missing packets'),
  },
  {
    rule: 'ptp_offset',
    level: 'degraded',
    tab: 'ptp',
    when: 'the PTP offset is more than 1 µs either way',
    ofValues: true,
    reason: ({ readings: { ptp } }) =>
      Math.abs(ptp?.offset_seconds ?? 0) > THRESHOLDS.ptpOffsetSeconds ? 'PTP offset above 1 µs' : null,
  },
  {
    rule: 'grandmaster',
    level: 'degraded',
    tab: 'ptp',
    when: 'the device follows another grandmaster than most of the fleet',
    ofValues: true,
    reason: ({ readings: { ptp }, commonGrandmaster }) =>
      commonGrandmaster !== null && ptp?.locked && ptp.grandmaster !== null && ptp.grandmaster !== commonGrandmaster
        ? 'Other PTP grandmaster than the fleet'
        : null,
  },
  {
    rule: 'fcs_errors',
    level: 'degraded',
    tab: 'network',
    when: 'a leg has more frame check errors than it may',
    ofValues: true,
    reason: ({ readings }) =>
      ofSystem(readings.system, ({ fcsLegs }) => (fcsLegs.length > 0 ? `FCS errors on ${listed(fcsLegs)}` : null)),
  },
  {
    rule: 'temperature',
    level: 'degraded',
    tab: 'overview',
    when: 'a temperature alarm of the device is on',
    ofValues: true,
    reason: ({ readings }) =>
      ofSystem(
        readings.system,
        ({ fpgas, hotQsfps }) =>
          faulty(
            'FPGA',
            indexes(fpgas, (fpga) => fpga.temperature_alarm === true),
            'too hot',
          ) ?? faulty('QSFP', hotQsfps, 'too hot'),
      ),
  },
  {
    rule: 'fan',
    level: 'degraded',
    tab: 'overview',
    when: 'a fan is not OK: front, FPGA or power supply',
    ofValues: true,
    reason: ({ readings }) => ofSystem(readings.system, fanFault),
  },
  {
    rule: 'minor_alarms',
    level: 'degraded',
    tab: 'alarms',
    when: 'the count of minor alarms has risen within 60 s',
    ofValues: true,
    reason: ({ readings: { minorAlarmsRoseAt: at, system }, now }) =>
      at !== null && now - at <= THRESHOLDS.minorAlarms ? `Minor alarms rising to ${system?.minorAlarms ?? 0}` : null,
  },
  {
    rule: 'certificate',
    level: 'degraded',
    tab: 'overview',
    when: 'the certificate of the device expires within 14 days',
    ofValues: true,
    reason: ({ certificateExpiresAt, now }) => certificateFault(certificateExpiresAt, now),
  },
  {
    rule: 'reboot',
    level: 'degraded',
    tab: 'overview',
    when: 'the device asks for a reboot',
    ofValues: true,
    reason: ({ readings: { system } }) => (system?.isRebootRequired ? 'Reboot required' : null),
  },
];

const UNLOCKED: Readonly<Record<Exclude<PtpState, 'locked'>, string>> = {
  unlocked_free_run: 'PTP unlocked',
  acquiring: 'PTP acquiring',
  holdover: 'PTP in holdover',
  other: 'PTP not locked',
};

function unlocked(state: PtpState | null): string | null {
  return state === null || state === 'locked' ? null : UNLOCKED[state];
}

/** A session that is tried again is what it was until that has an outcome. */
function hasFailedWith(state: 'error' | 'disconnected', subject: Subject): boolean {
  return subject.state === state || (subject.state === 'connecting' && subject.failure?.state === state);
}

function noData(reason: string): string {
  return reason === '' ? 'No data' : `No data: ${reason}`;
}

function reasonOfFailure({ state, stateReason, failure }: Subject): string {
  return state === 'connecting' && failure !== null ? failure.reason : stateReason;
}

function silence(subject: Subject): string | null {
  if (hasFailedWith('disconnected', subject)) return noData(reasonOfFailure(subject));
  const isStale =
    subject.state === 'connected' &&
    subject.lastMessageAt !== null &&
    subject.now - subject.lastMessageAt >= THRESHOLDS.stale;
  return isStale ? noData('the device is silent') : null;
}

function ofSystem(system: SystemReading | null, fault: (system: SystemReading) => string | null): string | null {
  return system === null ? null : fault(system);
}

function indexes<T extends { index: number }>(rows: readonly T[], isFaulty: (row: T) => boolean): number[] {
  return rows.filter(isFaulty).map(({ index }) => index);
}

function faulty(thing: string, numbers: readonly number[], fault: string): string | null {
  return numbers.length === 0 ? null : `${numbered(thing, numbers)} ${fault}`;
}

function orNothing(who: string, what: string): string | null {
  return who === '' ? null : `${who} ${what}`;
}

/** A supply that is not there is only a fault where the device itself says that its power is not well. */
function powerSupplyFault({ power: { ok, status, supplies } }: SystemReading): string | null {
  const off = indexes(supplies, ({ enabled, present }) => enabled === false && present !== false);
  if (off.length > 0) return faulty('Power supply', off, 'off');
  if (ok !== false) return null;
  const missing = indexes(supplies, ({ present }) => present === false);
  return faulty('Power supply', missing, 'missing') ?? `Power supply: ${status ?? 'not OK'}`;
}

function fanFault({ fans, fpgas, power }: SystemReading): string | null {
  return (
    faulty(
      'Fan',
      indexes(fans, ({ ok }) => ok === false),
      'not OK',
    ) ??
    faulty(
      'FPGA fan',
      indexes(fpgas, ({ fan_ok, fan_alarm }) => fan_ok === false || fan_alarm === true),
      'not OK',
    ) ??
    faulty(
      'Power supply fan',
      indexes(power.supplies, ({ fan_ok, present }) => fan_ok === false && present !== false),
      'not OK',
    ) ??
    (power.fan_alarm === true ? 'Power supply fan not OK' : null)
  );
}

function certificateFault(expiresAt: number | null, now: number): string | null {
  if (expiresAt === null || !(expiresAt - now <= THRESHOLDS.certificate)) return null;
  const day = new Date(Math.max(expiresAt, 0)).toISOString().slice(0, 10);
  return `Certificate ${expiresAt <= now ? 'expired' : 'expires'} on ${day}`;
}
