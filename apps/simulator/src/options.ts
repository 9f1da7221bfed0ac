import { parseArgs } from 'node:util';
import {
  CONFIGURATION_OFFERS,
  DEVICE_KINDS,
  MAX_DEVICES,
  type ConfigurationOffer,
  type DeviceKind,
} from '@snp/simulator';

/** What the command line asks for. */
export interface Options {
  readonly devices: number;
  readonly firstDevice: number;
  /** What the devices are, in turn; undefined: mostly HD. */
  readonly kinds: readonly DeviceKind[] | undefined;
  readonly configurations: ConfigurationOffer;
  readonly rate: number;
  readonly updateBytes: number | undefined;
  readonly objects: string;
  readonly incidents: number;
  readonly restPort: number;
  readonly websocketPort: number;
  /** Undefined: no control. */
  readonly controlPort: number | undefined;
  readonly seed: string;
  readonly capture: string | undefined;
  readonly scenario: string | undefined;
  readonly user: string;
  readonly password: string;
  readonly stamp: boolean;
  readonly register: URL | undefined;
}

/** Something is wrong with the command line; the message is for whoever typed it. */
export class UsageError extends Error {}

const MAX_PORT = 65_535;

export const HELP = `Simulates a fleet of SNP devices, each on its own loopback address (127.0.1.1, 127.0.1.2, …).

Usage: npm run simulator -- [options]

Fleet
  --devices N            number of devices (8)
  --first-device N       number of the first device; sets its address and name (1)
  --kinds LIST           what the devices are, in turn: hd, uhd, gateway, jpeg-xs, master-control (mostly hd,
                         with one of each other kind in any eight)
  --configurations WHICH configurations over REST: all, or basic for those of the processors and the system only (all)
  --seed TEXT            random seed; the same seed gives the same values (snp)
  --rate N               updates per second and device; 0.2 is one every five seconds (1)
  --update-bytes N       average size of the statuses in an update, in bytes (the size of what has changed)
  --incidents N          random incidents per hour and device (12)
  --capture FILE         replay the statuses in a file, a JSON array of status objects
  --scenario FILE        inject faults at given times, from a YAML or JSON file
  --stamp                write the send time (ms) to numSysTimeUpdates of ptp, to measure latency

Addresses
  --rest-port N          port of the REST service (9089)
  --websocket-port N     port of the WebSocket; may equal the REST port (9443; real devices use 443)
  --control-port N       port of the control API on 127.0.0.1, or "none" (9980)
  --user TEXT            user name that the devices accept (admin)
  --password TEXT        password that the devices accept (admin)

Exporter
  --register URL         add the devices to a running exporter, such as http://127.0.0.1:8080
  --objects LIST         objects to subscribe to: all, typical, or a list of types and objects such as
                         ptp,ipWan,procChannelHD/A-HD-1 (all)

  --help                 show this help
`;

/** @returns undefined for --help. @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | undefined {
  const given = parse(args);
  if (given.help) return undefined;
  const devices = number(given, 'devices', 1, MAX_DEVICES, 8);
  return {
    devices,
    firstDevice: number(given, 'first-device', 1, MAX_DEVICES - devices + 1, 1),
    kinds:
      given.kinds === undefined ? undefined : given.kinds.split(',').map((kind) => word('kinds', kind, DEVICE_KINDS)),
    configurations: word('configurations', given.configurations ?? 'all', CONFIGURATION_OFFERS),
    rate: number(given, 'rate', 0.001, 100, 1, false),
    updateBytes: given['update-bytes'] === undefined ? undefined : number(given, 'update-bytes', 1, 1e9, 1),
    objects: given.objects ?? 'all',
    incidents: number(given, 'incidents', 0, 3600, 12, false),
    restPort: number(given, 'rest-port', 0, MAX_PORT, 9089),
    websocketPort: number(given, 'websocket-port', 0, MAX_PORT, 9443),
    controlPort: given['control-port'] === 'none' ? undefined : number(given, 'control-port', 0, MAX_PORT, 9980),
    seed: given.seed ?? 'snp',
    capture: given.capture,
    scenario: given.scenario,
    user: given.user ?? 'admin',
    password: given.password ?? 'admin',
    stamp: given.stamp ?? false,
    register: given.register === undefined ? undefined : url(given.register),
  };
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

type Given = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        devices: TEXT,
        'first-device': TEXT,
        kinds: TEXT,
        configurations: TEXT,
        seed: TEXT,
        rate: TEXT,
        'update-bytes': TEXT,
        incidents: TEXT,
        capture: TEXT,
        scenario: TEXT,
        stamp: FLAG,
        'rest-port': TEXT,
        'websocket-port': TEXT,
        'control-port': TEXT,
        user: TEXT,
        password: TEXT,
        register: TEXT,
        objects: TEXT,
        help: { ...FLAG, short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function number(given: Given, name: keyof Given, low: number, high: number, fallback: number, isWhole = true): number {
  const text = given[name];
  if (typeof text !== 'string') return fallback;
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high) || (isWhole && !Number.isInteger(value))) {
    throw new UsageError(`--${name} must be a ${isWhole ? 'whole ' : ''}number from ${low} to ${high}, not "${text}"`);
  }
  return value;
}

function word<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((candidate) => candidate === text.trim());
  if (found === undefined) throw new UsageError(`--${name} must be one of ${words.join(', ')}, not "${text}"`);
  return found;
}

function url(text: string): URL {
  const value = URL.canParse(text) ? new URL(text) : undefined;
  if (value?.protocol !== 'http:' && value?.protocol !== 'https:') {
    throw new UsageError(`--register must be a URL such as http://127.0.0.1:8080, not "${text}"`);
  }
  return value;
}
