import type { Clock, SnpSession } from '@snp/collector';
import { parsedUrl, type Connection } from '@snp/connections';
import { shown } from '../common/clock';
import type { DeviceSummaryDto, FiguresDto } from '../dto/fleet.dto';
import type { HealthDto } from '../dto/health.dto';
import type { Health } from '../health/health-tracker';
import type { LegRates } from '../sections/network';
import type { LiveDevice } from './live-device';

/** The summary of a device, for the fleet and the stream. */
export function summaryOf(
  device: LiveDevice,
  connection: Connection,
  session: SnpSession | undefined,
  clock: Clock,
): DeviceSummaryDto {
  const view = device.sessionSummary(connection, session);
  return {
    id: connection.id,
    name: connection.name,
    host: hostOf(connection.websocket),
    tags: { ...connection.tags },
    enabled: connection.enabled,
    state: view.state,
    state_reason: view.reason,
    state_since: shown(clock, view.since),
    last_message_at: shown(clock, view.lastMessageAt),
    last_status_at: shown(clock, view.lastStatusAt),
    health: healthOf(device.health, clock),
    figures: figuresOf(device, session?.state === 'connected' ? session.alarms.length : 0, clock.monotonic()),
  };
}

function healthOf({ level, reason, since, previous, findings }: Health, clock: Clock): HealthDto {
  return {
    level,
    reason,
    since: shown(clock, since),
    previous,
    findings: findings.map((finding) => ({ ...finding, since: shown(clock, finding.since) })),
  };
}

function figuresOf({ readings, traffic }: LiveDevice, activeAlarms: number, now: number): FiguresDto {
  const { system, ptp, rates } = readings;
  return {
    temperature_celsius: system?.mainBoard ?? null,
    ptp_state: ptp?.state ?? null,
    ptp_offset_seconds: ptp?.offset_seconds ?? null,
    ptp_delay_seconds: ptp?.delay_seconds ?? null,
    grandmaster: ptp?.grandmaster ?? null,
    major_alarms: system?.majorAlarms ?? null,
    minor_alarms: system?.minorAlarms ?? null,
    active_alarms: activeAlarms,
    receivers: readings.receivers.count,
    messages_per_second: traffic.perSecond,
    receive_bytes_per_second: ofBothLegs(rates, 'receive'),
    transmit_bytes_per_second: ofBothLegs(rates, 'transmit'),
    firmware: system?.firmware ?? null,
    serial: system?.serial ?? null,
    uptime_seconds: secondsSince(readings.bootedAt, now),
    personalities: Object.fromEntries(readings.personalities),
  };
}

function ofBothLegs(rates: Readonly<Record<string, LegRates>> | null, direction: keyof LegRates): number | null {
  const known = Object.values(rates ?? {}).flatMap((leg) => leg[direction] ?? []);
  return known.length === 0 ? null : known.reduce((total, rate) => total + rate, 0);
}

/** To the minute, as devices report it; `at` and `now` in monotonic ms. */
export function secondsSince(at: number | null, now: number): number | null {
  return at === null ? null : Math.max(0, Math.floor((now - at) / 60_000) * 60);
}

/** The host of an address, with the port if it is not the default; empty if it is not an address. */
function hostOf(address: string): string {
  return parsedUrl(address)?.host ?? '';
}
