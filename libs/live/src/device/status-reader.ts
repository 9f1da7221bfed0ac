import {
  CHANNELS,
  GENLOCK,
  IP_RX_SETUP,
  IP_WAN,
  PROCESSOR,
  PTP,
  RECEIVER_TABLES,
  SENDER_TABLES,
  SYSTEM,
  VIDEO_INPUT,
  type ChannelNames,
  type ProcessorConfig,
  type PtpConfig,
  type SystemConfig,
} from '@snp/protocol';
import type { DeviceStatusDto } from '../dto/status/device-status.dto';
import type { ReceiverDto, SenderDto } from '../dto/status/streams.dto';
import type { StatusSection } from '../dto/words';
import { secondsSince } from '../fleet/summary';
import type { DeviceReadings } from '../readings/device-readings';
import { readChannels } from '../sections/channels';
import { readFans, readFpgas, readPower, readTemperatures } from '../sections/chassis';
import { readIdentity } from '../sections/identity';
import { readGenlock, readInput } from '../sections/inputs';
import { readNetwork } from '../sections/network';
import { readLicences, readOptics } from '../sections/optics';
import { readProcessors } from '../sections/processors';
import { readPtp } from '../sections/ptp';
import { readReceivers } from '../sections/receivers';
import { readSenders } from '../sections/senders';
import type { ReceivedObjects } from './received-objects';

/** What the sections are read from. */
export interface StatusSources {
  readonly objects: ReceivedObjects;
  readonly polls: ReadonlyMap<string, unknown>;
  readonly names: ChannelNames;
  readonly ptpConfig: PtpConfig | undefined;
  readonly readings: DeviceReadings;
  /** Monotonic ms. */
  readonly now: number;
}

export type Sections = Pick<DeviceStatusDto, StatusSection>;

/** More channels or inputs than any device has. */
const MAX_OBJECTS = 256;

/** How each section is read; null if none of its objects is there. */
const READERS: { readonly [Section in StatusSection]: (sources: StatusSources) => Sections[Section] } = {
  identity: ({ objects, polls, readings, now }) =>
    readIdentity({
      system: objects.one(SYSTEM.type),
      wan: objects.one(IP_WAN.type),
      configuration: polls.get('system') as SystemConfig | undefined,
      uptimeSeconds: secondsSince(readings.bootedAt, now),
      powerOnSeconds: secondsSince(readings.poweredAt, now),
      personalities: Object.fromEntries(readings.personalities),
    }),
  power: ({ objects }) => nullable(objects.one(SYSTEM.type), readPower),
  fans: ({ objects }) => nullable(objects.one(SYSTEM.type), readFans),
  temperatures: ({ objects }) => nullable(objects.one(SYSTEM.type), readTemperatures),
  fpgas: ({ objects }) => nullable(objects.one(SYSTEM.type), readFpgas),
  optics: ({ objects }) => nullable(objects.one(SYSTEM.type), readOptics),
  licences: ({ objects }) => nullable(objects.one(SYSTEM.type), readLicences),
  ptp: ({ objects, ptpConfig }) => nullable(objects.one(PTP.type), (body) => readPtp(body, ptpConfig)),
  network: ({ objects }) => {
    const wan = objects.one(IP_WAN.type);
    const setup = objects.one(IP_RX_SETUP.type);
    return wan === undefined && setup === undefined ? null : readNetwork(wan, setup, objects.one(SYSTEM.type));
  },
  receivers: receiversOf,
  senders: sendersOf,
  channels: ({ objects, names }) =>
    rows(objects, CHANNELS.types, (id, body, type) => readChannels(id, body, type, names)),
  inputs: ({ objects }) => rows(objects, [VIDEO_INPUT.type], readInput),
  genlock: ({ objects }) => nullable(objects.one(GENLOCK.type), readGenlock),
  processors: ({ objects, polls }) =>
    readProcessors(
      objects.all(PROCESSOR.type),
      polls as ReadonlyMap<string, ProcessorConfig>,
      objects.one(IP_WAN.type),
    ),
};

/** Reads the requested sections; the others are null, as are unreadable ones. */
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
  read: (id: string, body: Readonly<Record<string, unknown>>, type: string) => Row | readonly Row[],
): Row[] | null {
  const found = objects.all(...types).slice(0, MAX_OBJECTS);
  return found.length === 0 ? null : found.flatMap(({ objectId, body, type }) => read(objectId, body, type));
}

function receiversOf({ objects, readings, now, names }: StatusSources): ReceiverDto[] | null {
  const bodies = RECEIVER_TABLES.flatMap((table) => {
    const body = objects.one(table.type);
    return body === undefined ? [] : [{ table, body }];
  });
  if (bodies.length === 0) return null;
  const { receivers } = readings;
  return bodies.flatMap(({ table, body }) =>
    readReceivers(body, table, (essence, index) => receivers.lossRate(essence, index, now), names),
  );
}

function sendersOf({ objects, readings: { senders }, names }: StatusSources): SenderDto[] | null {
  const found = SENDER_TABLES.flatMap((table) => {
    const body = objects.one(table.type);
    if (body === undefined) return [];
    return [readSenders(body, table, (essence, index) => senders.isInUse(essence, index), names)];
  });
  return found.length === 0 ? null : found.flat();
}
