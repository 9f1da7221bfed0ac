import { Inject, Injectable } from '@nestjs/common';
import { SupervisorService, type Clock, type KnownObject, type SnpSession } from '@snp/collector';
import { isExported } from '@snp/catalogue';
import type { Connection } from '@snp/connections';
import { labelText, valueText, type ListedSeries } from '@snp/exposition';
import { ChannelNames } from '@snp/protocol';
import { CLOCK, moment, momentOrNull, shown } from '../common/clock';
import type { DeviceObjectDto, SeriesDto } from '../dto/object.dto';
import type { SessionDto } from '../dto/status/session.dto';
import type { DeviceStatusDto } from '../dto/status/device-status.dto';
import type { StatusSection } from '../dto/words';
import { LiveFleet } from '../fleet/live-fleet';
import { ConnectionCache } from '../fleet/connection-cache';
import { DeviceReadings } from '../readings/device-readings';
import { objectsAsSent } from './objects-as-sent';
import { byId, ReceivedObjects } from './received-objects';
import { readSections } from './status-reader';

/** The current status, objects and series of one device; empty without a session. */
@Injectable()
export class DeviceService {
  constructor(
    private readonly cache: ConnectionCache,
    private readonly sessions: SupervisorService,
    private readonly fleet: LiveFleet,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param sections those to read; all when missing
   * @param element the address of a further element; by default that of the first object
   * @throws ProblemError 404
   */
  async status(id: number, sections?: ReadonlySet<StatusSection>, element?: string): Promise<DeviceStatusDto> {
    const connection = await this.cache.find(id);
    const session = this.sessions.session(id);
    const now = this.clock.monotonic();
    const objects = new ReceivedObjects(session, element);
    // Configurations and what is kept between messages are the first element's.
    const isFirst = element === undefined;
    const readings = isFirst ? this.fleet.device(id).readings : new DeviceReadings();
    const polls = (isFirst && session?.polls) || new Map<string, unknown>();
    const names = (isFirst && session?.names) || new ChannelNames();
    const ptpConfig = isFirst ? session?.ptpConfig : undefined;
    return {
      connection_id: connection.id,
      name: connection.name,
      generated_at: moment(this.clock.now()),
      session: this.sessionOf(connection, session),
      ...readSections({ objects, polls, names, ptpConfig, readings, now }, sections),
    };
  }

  /**
   * The objects of one type as JSON, exactly as the device sent them.
   * @throws ProblemError 404
   */
  async objectsAsSent(id: number, type: string): Promise<string> {
    await this.cache.find(id);
    const objects = [...(this.sessions.session(id)?.objects() ?? [])].filter((object) => object.type === type);
    return objectsAsSent(
      type,
      objects.sort((left, right) => byId.compare(left.objectId, right.objectId) || byElement(left, right)),
      this.clock,
    );
  }

  /** @throws ProblemError 404 */
  async objects(id: number): Promise<DeviceObjectDto[]> {
    await this.cache.find(id);
    const now = this.clock.monotonic();
    return [...(this.sessions.session(id)?.objects() ?? [])]
      .sort(
        (left, right) =>
          byId.compare(left.type, right.type) || byId.compare(left.objectId, right.objectId) || byElement(left, right),
      )
      .map(({ type, objectId, element = null, known, series, receivedAt }) => ({
        type,
        object_id: objectId,
        element,
        known,
        exported: isExported(type),
        series,
        received_at: shown(this.clock, receivedAt),
        age_seconds: (now - receivedAt) / 1000,
      }));
  }

  /**
   * @param search part of a series as it is exposed; all series when empty
   * @throws ProblemError 404
   */
  async series(id: number, search: string): Promise<SeriesDto[]> {
    await this.cache.find(id);
    const target = this.sessions.session(id)?.target;
    if (target === undefined) return [];
    return Array.from(target.list(search), (series) => seriesOf(target.name, series));
  }

  private sessionOf(connection: Connection, session: SnpSession | undefined): SessionDto {
    const device = this.fleet.device(connection.id);
    const view = device.sessionSummary(connection, session);
    return {
      state: view.state,
      reason: view.reason,
      since: shown(this.clock, view.since),
      last_message_at: shown(this.clock, view.lastMessageAt),
      last_status_at: shown(this.clock, view.lastStatusAt),
      connected_at: shown(this.clock, session?.connectedAt),
      messages_per_second: device.traffic.perSecond,
      messages: session?.counters.messageCount ?? 0,
      received_bytes: session?.counters.receivedBytes ?? 0,
      connects: session?.counters.connects ?? 0,
      disconnects: total(session?.counters.disconnects),
      decode_errors: total(session?.counters.decodeErrors),
      objects: session === undefined ? 0 : [...session.objects()].length,
      series: session?.target?.seriesCount() ?? 0,
      dropped_series: session?.target?.droppedTotal ?? 0,
      certificate_expires_at: momentOrNull(session?.certificate?.validTo),
    };
  }
}

function seriesOf(target: string, { family, labels, value }: ListedSeries): SeriesDto {
  const all = { target, ...labels };
  const text = labelText(['target'], [target]) + labelText(Object.keys(labels), Object.values(labels));
  return {
    name: family.name,
    type: family.type,
    unit: family.unit ?? null,
    group: family.group,
    labels: all,
    value,
    text: `${family.name}{${text.slice(1)}} ${valueText(value)}`,
  };
}

/** The first element comes before the further ones. */
function byElement(left: KnownObject, right: KnownObject): number {
  return byId.compare(left.element ?? '', right.element ?? '');
}

function total(counts: ReadonlyMap<string, number> = new Map()): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
