import { parseArgs } from 'node:util';
import { MAX_DEVICES } from '@snp/simulator';

/** What the command line asks for. */
export interface Options {
  readonly devices: number;
  readonly firstDevice: number;
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

export const HELP = `Pretends to be a fleet of SNP devices, each at a loopback address of its own (127.0.1.1, 127.0.1.2, …).

Usage: npm run simulator -- [options]

The fleet
  --devices N            how many devices (8)
  --first-device N       number of the first one, which decides its address and name (1)
  --seed TEXT            the same seed makes the same fleet live the same life (snp)
  --rate N               updates a second and device; 0.2 is one every five seconds (1)
  --update-bytes N       bytes of statuses in an update on average (what changes by itself)
  --incidents N          things that go wrong by themselves, an hour and device (12)
  --capture FILE         replay the statuses of a file, a JSON array of status objects, instead of living ones
  --scenario FILE        what shall go wrong when, as YAML or JSON
  --stamp                write the time of sending (ms) into numSysTimeUpdates of ptp, to measure delays

Addresses
  --rest-port N          port of the REST service (9089)
  --websocket-port N     port of the WebSocket, which may be the same (9443; real devices: 443)
  --control-port N       port on 127.0.0.1 of the control API, or "none" (9980)
  --user TEXT            user name that the devices accept (admin)
  --password TEXT        password that they accept (admin)

With an exporter
  --register URL         add the devices to a running exporter: http://127.0.0.1:8080
  --objects LIST         what is subscribed to: all, typical, or types and objects such as
                         ptp,ipWan,procChannelHD/A-HD-1 (all)

  --help                 this text
`;

/** Undefined where only the help is wanted. @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | undefined {
  const given = parse(args);
  if (given.help) return undefined;
  const devices = number(given, 'devices', 1, MAX_DEVICES, 8);
  return {
    devices,
    firstDevice: number(given, 'first-device', 1, MAX_DEVICES - devices + 1, 1),
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

function url(text: string): URL {
  const value = URL.canParse(text) ? new URL(text) : undefined;
  if (value?.protocol !== 'http:' && value?.protocol !== 'https:') {
    throw new UsageError(`--register must be a URL such as http://127.0.0.1:8080, not "${text}"`);
  }
  return value;
}
