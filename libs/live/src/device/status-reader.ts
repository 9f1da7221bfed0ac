import type { ProcessorConfig, SystemConfig } from '@snp/protocol';
import type { DeviceStatusDto } from '../dto/status/device-status.dto';
import type { ReceiverDto, SenderDto } from '../dto/status/media.dto';
import type { StatusSection } from '../dto/words';
import { secondsSince } from '../fleet/summary';
import type { DeviceReadings } from '../readings/device-readings';
import { readChannel } from '../sections/channels';
import { readFans, readFpgas, readPower, readTemperatures } from '../sections/chassis';
import { readIdentity } from '../sections/identity';
import { readGenlock, readInput } from '../sections/inputs';
import { readNetwork } from '../sections/network';
import { readLicences, readOptics } from '../sections/optics';
import { readProcessors } from '../sections/processors';
import { readPtp } from '../sections/ptp';
import { readReceivers, RECEIVER_TABLES } from '../sections/receivers';
import { readSenders, SENDER_TABLES } from '../sections/senders';
import type { ReceivedObjects } from './received-objects';

/** What the sections are read from. */
export interface StatusSources {
  readonly objects: ReceivedObjects;
  readonly polls: ReadonlyMap<string, unknown>;
  readonly readings: DeviceReadings;
  /** ms */
  readonly now: number;
}

export type Sections = Pick<DeviceStatusDto, StatusSection>;

/** More channels or inputs than any device has. */
const MAX_OBJECTS = 256;

/** How each section is read; null where nothing of it is there. */
const READERS: { readonly [Section in StatusSection]: (sources: StatusSources) => Sections[Section] } = {
  identity: ({ objects, polls, readings, now }) =>
    readIdentity({
      system: objects.one('system'),
      wan: objects.one('ipWan'),
      configuration: polls.get('system') as SystemConfig | undefined,
      uptimeSeconds: secondsSince(readings.bootedAt, now),
      powerOnSeconds: secondsSince(readings.poweredAt, now),
      personalities: Object.fromEntries(readings.personalities),
    }),
  power: ({ objects }) => nullable(objects.one('system'), readPower),
  fans: ({ objects }) => nullable(objects.one('system'), readFans),
  temperatures: ({ objects }) => nullable(objects.one('system'), readTemperatures),
  fpgas: ({ objects }) => nullable(objects.one('system'), readFpgas),
  optics: ({ objects }) => nullable(objects.one('system'), readOptics),
  licences: ({ objects }) => nullable(objects.one('system'), readLicences),
  ptp: ({ objects }) => nullable(objects.one('ptp'), readPtp),
  network: ({ objects }) => {
    const wan = objects.one('ipWan');
    const setup = objects.one('ipRxSetup');
    return wan === undefined && setup === undefined ? null : readNetwork(wan, setup, objects.one('system'));
  },
  receivers: receiversOf,
  senders: sendersOf,
  channels: ({ objects }) => rows(objects, ['procChannelHD', 'procChannelUHD'], readChannel),
  inputs: ({ objects }) => rows(objects, ['videoIn'], readInput),
  genlock: ({ objects }) => nullable(objects.one('videoGenLock'), readGenlock),
  processors: ({ objects, polls }) =>
    readProcessors(objects.all('processor'), polls as ReadonlyMap<string, ProcessorConfig>),
};

/** Reads the sections that are wanted; the others are null, as are those that cannot be read. */
export function readSections(sources: StatusSources, wanted?: ReadonlySet<StatusSection>): Sections {
  const read = (section: StatusSection) => {
    if (wanted !== undefined && !wanted.has(section)) return null;
    return READERS[section](sources);
  };
  const names = Object.keys(READERS) as StatusSection[];
  return Object.fromEntries(names.map((section) => [section, read(section)])) as unknown as Sections;
}

function nullable<Body, Section>(body: Body | undefined, read: (body: Body) => Section): Section | null {
  return body === undefined ? null : read(body);
}

function rows<Row>(
  objects: ReceivedObjects,
  types: readonly string[],
  read: (id: string, body: Readonly<Record<string, unknown>>) => Row | undefined,
): Row[] | null {
  const found = objects.all(...types).slice(0, MAX_OBJECTS);
  return found.length === 0 ? null : found.flatMap(({ objectId, body }) => read(objectId, body) ?? []);
}

function receiversOf({ objects, readings, now }: StatusSources): ReceiverDto[] | null {
  const bodies = RECEIVER_TABLES.flatMap((table) => {
    const body = objects.one(table.type);
    return body === undefined ? [] : [{ table, body }];
  });
  if (bodies.length === 0) return null;
  const { receivers } = readings;
  return bodies.flatMap(({ table, body }) =>
    readReceivers(body, table, (essence, index) => receivers.lossRate(essence, index, now)),
  );
}

function sendersOf({ objects, readings: { senders } }: StatusSources): SenderDto[] | null {
  const found = [...SENDER_TABLES].flatMap(([type, tables]) => {
    const body = objects.one(type);
    if (body === undefined) return [];
    return [tables.flatMap((table) => readSenders(body, table, (essence, index) => senders.isInUse(essence, index)))];
  });
  return found.length === 0 ? null : found.flat();
}
