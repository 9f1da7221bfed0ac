import type { HealthLevel, Tab } from '../dto/words';
import {
  certificateFault,
  fanFault,
  faulty,
  hasFailedWith,
  indexes,
  lostLegs,
  majorAlarms,
  noData,
  ofSystem,
  orNothing,
  overTemperature,
  powerSupplyFault,
  reasonOfFailure,
  silence,
  unlocked,
} from './reasons';
import { SITE_TAG, type Subject } from './subject';
import { DAY, inSeconds, THRESHOLDS } from './thresholds';
import { capitalized, listed, receivers, senders } from './wording';

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
