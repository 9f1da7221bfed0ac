import { ALERT_LIMITS } from '@snp/catalogue';
import type { ActiveAlarm, PtpState } from '@snp/protocol';
import type { HealthLevel, Tab } from '../dto/words';
import { LOSS_LASTS_MS, type LostLeg } from '../readings/receiver-watch';
import { hottest, type HotModule, type SystemReading } from '../readings/system-reading';
import { SITE_TAG, type Subject } from './subject';
import { capitalized, counted, listed, numbered, receivers, senders } from './wording';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

/** Longest text of a device in a reason, in characters. */
const MAX_REASON = 120;

/** The thresholds of the health rules; times in ms. */
export const THRESHOLDS = {
  /** A session without a message for this long is stale. */
  stale: 10 * SECOND,
  ptpUnlocked: 10 * SECOND,
  ptpOffsetSeconds: ALERT_LIMITS.ptpOffsetSeconds,
  /** How long a rise of missing packets counts. */
  packetLoss: LOSS_LASTS_MS,
  /** How long an increase of the minor alarms counts. */
  minorAlarms: 60 * SECOND,
  certificate: ALERT_LIMITS.certificateDays * DAY,
  /** A finding is kept for this long after its rule was last broken. */
  better: 5 * SECOND,
} as const;

/** A duration as text: `10 s`. */
const inSeconds = (ms: number): string => `${ms / SECOND} s`;

const MOST_PTP_OFFSET = `${THRESHOLDS.ptpOffsetSeconds * 1e6} µs`;

/** A health rule. */
export interface HealthRule {
  /** Stable name. */
  readonly rule: string;
  /** The level of a device that breaks the rule. */
  readonly level: Exclude<HealthLevel, 'healthy'>;
  /** Where the dashboard shows more. */
  readonly tab: Tab;
  /** The condition under which the rule is broken, as readable text. */
  readonly when: string;
  /** What is wrong, short enough for a tile, without a duration that grows; null if the rule is not broken. */
  reason(subject: Subject): string | null;
  /** Needs values of the device: applies only while the session is connected. */
  readonly ofValues?: true;
  /** The finding goes as soon as the rule is no longer broken, for what is no fault. */
  readonly endsAtOnce?: true;
  /** The rule must be broken for longer than this, ms. */
  readonly after?: number;
  /** Since when the rule is broken, monotonic ms, if that is known better than from the first check. */
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
    when: 'the session is in error and needs action: password refused, wrong address, no objects',
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
    when: `PTP has not been locked for more than ${inSeconds(THRESHOLDS.ptpUnlocked)}`,
    ofValues: true,
    after: THRESHOLDS.ptpUnlocked,
    reason: ({ readings: { ptp } }) => unlocked(ptp?.state ?? null),
  },
  {
    rule: 'major_alarms',
    level: 'failed',
    tab: 'alarms',
    when: 'the device reports major alarms',
    ofValues: true,
    reason: ({ readings: { system }, alarms }) => (system === null ? null : majorAlarms(system, alarms)),
  },
  {
    rule: 'no_data',
    level: 'no_data',
    tab: 'events',
    when: `the session is disconnected, or no message was received for ${inSeconds(THRESHOLDS.stale)}`,
    reason: silence,
    since: ({ lastMessageAt, stateSince }) => lastMessageAt ?? stateSince,
  },
  {
    rule: 'connecting',
    level: 'no_data',
    tab: 'events',
    when: 'the session connects for the first time',
    endsAtOnce: true,
    reason: ({ state, failure }) => (state === 'connecting' && failure === null ? 'Connecting' : null),
    since: ({ stateSince }) => stateSince,
  },
  {
    rule: 'statuses_stopped',
    level: 'degraded',
    tab: 'events',
    when: 'heartbeats arrive, but no status for three times the longest usual gap (at least 15 s), nor after subscribing again',
    ofValues: true,
    reason: ({ stateCode, stateReason }) => (stateCode === 'statuses_stopped' ? capitalized(stateReason) : null),
    since: ({ lastStatusAt, stateSince }) => lastStatusAt ?? stateSince,
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
    rule: 'receiver_leg_lost',
    level: 'degraded',
    tab: 'receivers',
    when: 'a receiver has two sources but receives one leg only (`Primary Only`, `Secondary Only`)',
    ofValues: true,
    reason: ({ readings }) => lostLegs(readings.receivers.lostLegs()),
  },
  {
    rule: 'missing_packets',
    level: 'degraded',
    tab: 'receivers',
    when: `a receiver has missed packets in the last ${inSeconds(THRESHOLDS.packetLoss)} and has not switched in that time`,
    ofValues: true,
    reason: ({ readings, now }) =>
      orNothing(receivers(readings.receivers.losingSince(now - THRESHOLDS.packetLoss)), 'missing packets'),
  },
  {
    rule: 'sender_bandwidth',
    level: 'degraded',
    tab: 'senders',
    when: 'the device has switched off a sender in use because the bandwidth of its processor is used up',
    ofValues: true,
    reason: ({ readings }) => orNothing(senders(readings.senders.switchedOff()), 'switched off: bandwidth'),
  },
  {
    rule: 'ptp_offset',
    level: 'degraded',
    tab: 'ptp',
    when: `the PTP offset is more than ±${MOST_PTP_OFFSET}`,
    ofValues: true,
    reason: ({ readings: { ptp } }) =>
      Math.abs(ptp?.offset_seconds ?? 0) > THRESHOLDS.ptpOffsetSeconds ? `PTP offset above ${MOST_PTP_OFFSET}` : null,
  },
  {
    rule: 'grandmaster',
    level: 'degraded',
    tab: 'ptp',
    when: `the device follows a different grandmaster than most locked devices with the same tag \`${SITE_TAG}\``,
    ofValues: true,
    reason: ({ readings: { ptp }, commonGrandmaster }) =>
      commonGrandmaster !== null && ptp?.locked && ptp.grandmaster !== null && ptp.grandmaster !== commonGrandmaster
        ? 'Different grandmaster'
        : null,
  },
  {
    rule: 'fcs_errors',
    level: 'degraded',
    tab: 'network',
    when: 'the FCS errors of a leg exceed their limit',
    ofValues: true,
    reason: ({ readings }) =>
      ofSystem(readings.system, ({ fcsLegs }) => (fcsLegs.length > 0 ? `FCS errors on ${listed(fcsLegs)}` : null)),
  },
  {
    rule: 'registration',
    level: 'degraded',
    tab: 'network',
    when: 'the device has found registration servers but is connected to none',
    ofValues: true,
    reason: ({ readings }) => (readings.isRegistered === false ? 'Registration lost' : null),
  },
  {
    rule: 'temperature',
    level: 'degraded',
    tab: 'overview',
    when: 'an FPGA or QSFP has a temperature alarm',
    ofValues: true,
    reason: ({ readings }) =>
      ofSystem(
        readings.system,
        ({ fpgas, hotQsfps }) =>
          overTemperature(
            'FPGA',
            fpgas.filter((fpga) => fpga.temperature_alarm === true),
          ) ?? overTemperature('QSFP', hotQsfps),
      ),
  },
  {
    rule: 'fan',
    level: 'degraded',
    tab: 'overview',
    when: 'a front, FPGA or power supply fan has failed',
    ofValues: true,
    reason: ({ readings }) => ofSystem(readings.system, fanFault),
  },
  {
    rule: 'minor_alarms',
    level: 'degraded',
    tab: 'alarms',
    when: `the number of minor alarms has increased in the last ${inSeconds(THRESHOLDS.minorAlarms)}`,
    ofValues: true,
    reason: ({ readings: { minorAlarmsRoseAt: at, system }, now }) =>
      at !== null && now - at <= THRESHOLDS.minorAlarms
        ? `Minor alarms increased to ${system?.minorAlarms ?? 0}`
        : null,
  },
  {
    rule: 'certificate',
    level: 'degraded',
    tab: 'overview',
    when: `the certificate of the device expires within ${THRESHOLDS.certificate / DAY} days`,
    ofValues: true,
    reason: ({ certificateExpiresAt, date }) => certificateFault(certificateExpiresAt, date),
  },
  {
    rule: 'reboot',
    level: 'degraded',
    tab: 'overview',
    when: 'the device requires a reboot',
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

/** A session that reconnects counts as failed until the attempt has succeeded. */
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
  return isStale ? noData(`no message for ${inSeconds(THRESHOLDS.stale)}`) : null;
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

function lostLegs(receiversOfOneLeg: readonly LostLeg[]): string | null {
  const [first] = receiversOfOneLeg;
  if (first === undefined) return null;
  const leg = receiversOfOneLeg.every(({ leg }) => leg === first.leg) ? first.leg : 'one';
  return `${receivers(receiversOfOneLeg)}: ${leg} leg lost`;
}

/** A missing supply is a fault only if the device reports its power as not OK. */
function powerSupplyFault({ power: { ok, status, supplies } }: SystemReading): string | null {
  const off = indexes(supplies, ({ enabled, present }) => enabled === false && present !== false);
  if (off.length > 0) return faulty('Power supply', off, 'off');
  if (ok !== false) return null;
  const missing = indexes(supplies, ({ present }) => present === false);
  return faulty('Power supply', missing, 'missing') ?? `Power supply: ${status ?? 'not OK'}`;
}

function fanFault({ fans, fpgas, power }: SystemReading): string | null {
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

function overTemperature(thing: string, modules: readonly HotModule[]): string | null {
  const celsius = hottest(modules);
  const fault = celsius === null ? 'over temperature' : `over temperature (${Math.round(celsius)} °C)`;
  return faulty(
    thing,
    modules.map(({ index }) => index),
    fault,
  );
}

/** Alarms carry no severity: the text is known to be that of the major alarm only if there is no other alarm. */
function majorAlarms(
  { majorAlarms: count, minorAlarms }: SystemReading,
  alarms: readonly ActiveAlarm[],
): string | null {
  if (!count) return null;
  const [alarm] = alarms;
  const isNamed = count === 1 && minorAlarms === 0 && alarms.length === 1 && alarm.reason !== '';
  return isNamed ? `Major alarm: ${alarm.reason.slice(0, MAX_REASON)}` : counted(count, 'major alarm');
}

function certificateFault(expiresAt: number | null, date: number): string | null {
  if (expiresAt === null || !(expiresAt - date <= THRESHOLDS.certificate)) return null;
  const day = new Date(Math.max(expiresAt, 0)).toISOString().slice(0, 10);
  return `Certificate ${expiresAt <= date ? 'expired' : 'expires'} on ${day}`;
}
