import { Inject, Injectable } from '@nestjs/common';
import { SupervisorService, type Clock } from '@snp/collector';
import type { Connection } from '@snp/connections';
import type { RaisedAlarm } from '@snp/protocol';
import { CLOCK } from '../common/clock';
import type { DeviceSummaryDto } from '../dto/fleet.dto';
import { SITE_TAG } from '../health/subject';
import { FleetAlarms } from './fleet-alarms';
import { GrandmasterCensus } from './grandmaster-census';
import { LiveDevice } from './live-device';
import { ConnectionCache } from './connection-cache';
import { summaryOf } from './summary';

/** The state of all connections: readings, health and history of each device, and the common grandmaster. */
@Injectable()
export class LiveFleet {
  readonly alarms = new FleetAlarms();
  private readonly devices = new Map<number, LiveDevice>();
  private readonly census = new GrandmasterCensus();

  constructor(
    private readonly cache: ConnectionCache,
    private readonly sessions: SupervisorService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The state of a connection, created on first use. */
  device(id: number): LiveDevice {
    const known = this.devices.get(id);
    if (known !== undefined) return known;
    const device = new LiveDevice(id, this.clock.monotonic());
    this.devices.set(id, device);
    this.judge(device);
    return device;
  }

  all(): Iterable<LiveDevice> {
    return this.devices.values();
  }

  remove(id: number): void {
    this.devices.delete(id);
    this.census.report(id, null);
    this.alarms.remove(id);
  }

  /** Updates the health of a device. */
  judge(device: LiveDevice): void {
    const connection = this.cache.get(device.id);
    if (connection === undefined) return;
    const { ptp } = device.readings;
    const site = connection.tags[SITE_TAG] ?? '';
    this.census.report(device.id, ptp?.locked ? ptp.grandmaster : null, site);
    const time = { now: this.clock.monotonic(), date: this.clock.now() };
    device.judge(connection, this.sessions.session(device.id), this.census.common(site), time);
  }

  /** Updates the health of all devices. */
  judgeAll(): void {
    for (const { id } of this.cache.all()) {
      const device = this.device(id);
      device.isDirty = true;
      this.judge(device);
    }
  }

  /** The summary of a device. */
  summary(connection: Connection): DeviceSummaryDto {
    const device = this.device(connection.id);
    return summaryOf(device, connection, this.sessions.session(connection.id), this.clock);
  }

  /** The active alarms of a device; empty while its session is lost. */
  alarmsOf(id: number): RaisedAlarm[] {
    const session = this.sessions.session(id);
    return session?.state === 'connected' ? this.alarms.lookUp(id, session.alarms, this.clock.monotonic()) : [];
  }

  /** Updates rates, health and history of all connections; to be called once a second. */
  tick(): void {
    const now = this.clock.monotonic();
    for (const { id } of this.cache.all()) {
      const device = this.device(id);
      const session = this.sessions.session(id);
      device.watchTraffic(session, now);
      device.remember(now);
      this.judge(device);
    }
  }
}
