import { Inject, Injectable } from '@nestjs/common';
import { SupervisorService, type Clock } from '@snp/collector';
import type { Connection } from '@snp/connections';
import { CLOCK } from '../common/clock';
import type { DeviceSummaryDto } from '../dto/fleet.dto';
import { AlarmBook, type RaisedAlarm } from './alarm-book';
import { GrandmasterCensus } from './grandmaster-census';
import { LiveDevice } from './live-device';
import { Roster } from './roster';
import { summaryOf } from './summary';

/** What is, of every connection: readings, health and history of each device, and what they have in common. */
@Injectable()
export class LiveFleet {
  readonly alarms = new AlarmBook();
  private readonly devices = new Map<number, LiveDevice>();
  private readonly census = new GrandmasterCensus();

  constructor(
    private readonly roster: Roster,
    private readonly sessions: SupervisorService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is remembered of a connection; where nothing is, it is judged for the first time. */
  device(id: number): LiveDevice {
    const known = this.devices.get(id);
    if (known !== undefined) return known;
    const device = new LiveDevice(id, this.clock.now());
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

  /** Judges the health of a device by what is known now. */
  judge(device: LiveDevice): void {
    const connection = this.roster.get(device.id);
    if (connection === undefined) return;
    const { ptp } = device.readings;
    this.census.report(device.id, ptp?.locked ? ptp.grandmaster : null);
    device.judge(connection, this.sessions.session(device.id), this.census.common, this.clock.now());
  }

  /** Judges every connection, for a change that may matter to any. */
  judgeAll(): void {
    for (const { id } of this.roster.all()) {
      const device = this.device(id);
      device.isDirty = true;
      this.judge(device);
    }
  }

  /** A device in one line. */
  summary(connection: Connection): DeviceSummaryDto {
    const device = this.device(connection.id);
    return summaryOf(device, connection, this.sessions.session(connection.id), this.clock.now());
  }

  /** What a device has raised now; empty while its session is away. */
  alarmsOf(id: number): RaisedAlarm[] {
    const session = this.sessions.session(id);
    return session?.state === 'connected' ? this.alarms.lookUp(id, session.alarms, this.clock.now()) : [];
  }

  /** What happens once a second to every connection: rates, health and history. */
  tick(): void {
    const now = this.clock.now();
    for (const { id } of this.roster.all()) {
      const device = this.device(id);
      const session = this.sessions.session(id);
      device.watchTraffic(session, now);
      device.remember(now);
      this.judge(device);
    }
  }
}
