import type { SectionConfig } from './device/rows-and-channels';
import { isObject, parseJson, section, type JsonObject } from './values/record';
import { counter, index, number } from './values/decimal';
import { milliseconds, seconds } from './values/quantities';
import { rawText, slug, text } from './values/text';
import { uptime } from './values/time';

/** What `GET config/processorX` says of a processor. */
export interface ProcessorConfig {
  /** As the device writes it. */
  readonly personality?: string;
  /** Receivers switch "make after break" only. */
  readonly forceMab?: boolean;
  /** The number that the device writes: usually an index, and no time. */
  readonly audioPacketTime?: number;
  readonly audioPacketTimeSeconds?: number;
  /** By number; missing where there are none. */
  readonly sections?: readonly SectionConfig[];
}

export const PTP_MODES = ['slave_only', 'master_slave'] as const;
export type PtpMode = (typeof PTP_MODES)[number];

/** What `GET config/ptp` says of the PTP clock. */
export interface PtpConfig {
  readonly domain?: number;
  /** `PTP Only`, `Freerun` … */
  readonly lockingMode?: string;
  readonly mode?: PtpMode;
  /** `SMPTE ST 2059-2` */
  readonly profile?: string;
  /** `Disabled`, `Negotiated Unicast` … */
  readonly unicastMode?: string;
}

/** What `GET config/A-HD-1` says of a processing channel. */
export interface ChannelConfig {
  /** What people call the channel. */
  readonly programName?: string;
  /** Of a Dual Gateway: what they call its other direction, SDI to IP. */
  readonly gatewayProgramName?: string;
}

/** What `GET config/system` says of a device. */
export interface SystemConfig {
  /** `Dual Addresses`, `Bonded Active/Backup`, `Bonded LACP` or something newer. */
  readonly netMode?: string;
  readonly unitName?: string;
}

/** What `GET console/status` says of a device's controller; texts as the device writes them. */
export interface ConsoleStatus {
  readonly uptimeSeconds?: number;
  /** The text that {@link uptimeSeconds} was read from. */
  readonly uptime?: string;
  readonly powerOnSeconds?: number;
  /** The text that {@link powerOnSeconds} was read from. */
  readonly powerOn?: string;
  readonly firmware?: string;
  readonly firmwareDate?: string;
  readonly serial?: string;
  readonly chassis?: string;
}

/** Reads the answer of `config/processorX`; what it does not say is missing. */
export function parseProcessorConfig(body: unknown): ProcessorConfig {
  const general = section(configuration(body), 'general');
  return said({
    personality: rawText(general.personality),
    forceMab: typeof general.forceMAB === 'boolean' ? general.forceMAB : undefined,
    audioPacketTime: number(general.audioPacketTime) ?? milliseconds(general.audioPacketTime),
    audioPacketTimeSeconds: packetTime(general.audioPacketTime),
    sections: sections(configuration(body).sections),
  });
}

/** Reads the answer of `config/ptp`; what it does not say is missing. Undefined for what is no configuration. */
export function parsePtpConfig(body: unknown): PtpConfig | undefined {
  const config = readable(body);
  if (config === undefined) return undefined;
  const general = section(config, 'ptpGeneral');
  return said({
    domain: counter(general.ptpDomainNumber),
    lockingMode: words(general.ptpLockingMode),
    mode: ptpMode(general.ptpMode),
    profile: words(section(config, 'ptpMaster').ptpProfile),
    unicastMode: words(general.ptpUnicastMode),
  });
}

/** Reads the answer of `config/A-HD-1`; what it does not say is missing. Undefined for what is no configuration. */
export function parseChannelConfig(body: unknown): ChannelConfig | undefined {
  const config = readable(body);
  if (config === undefined) return undefined;
  return said({
    programName: programName(section(config, 'ProgramName').name),
    gatewayProgramName: programName(section(config, 'ProgramNameGwSdi').name),
  });
}

/** Reads the answer of `config/system`; what it does not say is missing. */
export function parseSystemConfig(body: unknown): SystemConfig {
  const config = configuration(body);
  const mode = section(config, 'System_Control').Net_Mode;
  return said({
    netMode: typeof mode === 'string' && mode.trim() !== '' ? mode.trim() : undefined,
    unitName: words(section(config, 'Global_Control').unit_name),
  });
}

/** Reads the answer of `console/status`; what it does not say is missing. */
export function parseConsoleStatus(body: unknown): ConsoleStatus {
  const status = section(document(body), 'data');
  return said({
    uptimeSeconds: uptime(status.upTime),
    uptime: rawText(status.upTime),
    powerOnSeconds: uptime(status.pwrOnTime),
    powerOn: rawText(status.pwrOnTime),
    firmware: rawText(status.firmwareVer),
    firmwareDate: rawText(status.firmwareDate),
    serial: rawText(status.serialNum),
    chassis: rawText(status.chassisType),
  });
}

/** A processor has three. */
const MOST_SECTIONS = 16;
/** Longer than any name that people give a program. */
const LONGEST_NAME = 128;

/** By number; a repeated one: the last. */
function sections(raw: unknown): SectionConfig[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const found = new Map<number, SectionConfig>();
  for (const row of raw.slice(0, MOST_SECTIONS).filter(isObject)) {
    const idx = index(row.idx);
    if (idx !== undefined)
      found.set(idx, { idx, ...said({ operationMode: words(row.opMode), inputMode: words(row.inputMode) }) });
  }
  return found.size === 0 ? undefined : [...found.values()].sort((left, right) => left.idx - right.idx);
}

/** The number that the device writes, or its words for it. */
function ptpMode(raw: unknown): PtpMode | undefined {
  const mode = number(raw);
  if (mode !== undefined) return PTP_MODES[mode];
  return PTP_MODES.find((word) => typeof raw === 'string' && word === slug(raw));
}

function programName(raw: unknown): string | undefined {
  // Never half of a character.
  return (
    words(raw)
      ?.slice(0, LONGEST_NAME)
      .replace(/[\uD800-\uDBFF]$/, '') || undefined
  );
}

/** The packet times of the indexes that stand for one. */
const PACKET_SECONDS: ReadonlyMap<number, number> = new Map([
  [2, 0.001],
  [4, 0.000125],
  [6, 0.0005],
]);

/** `audioPacketTime` in seconds: an index, or a text with a unit. */
function packetTime(raw: unknown): number | undefined {
  const at = number(raw);
  return at === undefined ? seconds(raw) : PACKET_SECONDS.get(at);
}

function document(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}

/** The configuration inside its envelope, where it is JSON in a string. */
function configuration(body: unknown): JsonObject {
  return readable(body) ?? {};
}

function readable(body: unknown): JsonObject | undefined {
  const envelope = document(body);
  const config = document(isObject(envelope) ? envelope.config : undefined);
  return isObject(config) ? config : undefined;
}

function words(raw: unknown): string | undefined {
  return text(raw) || undefined;
}

/** The object without its undefined fields. */
function said<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key of Object.keys(fields) as (keyof T)[]) {
    if (fields[key] !== undefined) known[key] = fields[key] as Exclude<T[keyof T], undefined>;
  }
  return known;
}
