import { isObject, parseJson, section, type JsonObject } from './values/record';
import { number } from './values/decimal';
import { milliseconds } from './values/quantities';
import { text } from './values/text';
import { uptime } from './values/time';

/** What `GET config/processorX` says of a processor. */
export interface ProcessorConfig {
  readonly personality?: string;
  /** Receivers switch "make after break" only. */
  readonly forceMab?: boolean;
  readonly audioPacketTimeMs?: number;
}

/** What `GET config/system` says of a device. */
export interface SystemConfig {
  /** `Dual Addresses`, `Bonded Active/Backup`, `Bonded LACP` or something newer. */
  readonly netMode?: string;
  readonly unitName?: string;
}

/** What `GET console/status` says of a device's controller. */
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
    personality: words(general.personality),
    forceMab: typeof general.forceMAB === 'boolean' ? general.forceMAB : undefined,
    audioPacketTimeMs: number(general.audioPacketTime) ?? milliseconds(general.audioPacketTime),
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
    uptime: words(status.upTime),
    powerOnSeconds: uptime(status.pwrOnTime),
    powerOn: words(status.pwrOnTime),
    firmware: words(status.firmwareVer),
    firmwareDate: words(status.firmwareDate),
    serial: words(status.serialNum),
    chassis: words(status.chassisType),
  });
}

function document(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}

/** The configuration inside its envelope, where it is JSON in a string. */
function configuration(body: unknown): JsonObject {
  const envelope = document(body);
  const config = document(isObject(envelope) ? envelope.config : undefined);
  return isObject(config) ? config : {};
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
