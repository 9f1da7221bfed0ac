import { createServer, type Server } from 'node:https';
import { WebSocketServer } from 'ws';
import { DeviceCore } from '../device/device-core';
import { SimulatedDevice } from '../device/simulated-device';
import type { DeviceKind } from '../model/device-kind';
import {
  deviceIdentity,
  MAX_DEVICES,
  type ConfigurationOffer,
  type DeviceIdentity,
  type IdentityOptions,
} from '../model/identity';
import type { Body } from '../statuses/generator';
import { certificate } from './certificate';
import { wallClock, type FleetClock } from '../clock';

export interface FleetOptions {
  /** How many, or the chosen facts of each. Default 1. */
  readonly devices?: number | readonly IdentityOptions[];
  /** What the devices are, in turn. Default: mostly HD, by their number. */
  readonly kinds?: readonly DeviceKind[];
  /** Which configurations the devices tell. Default: all. */
  readonly configurations?: ConfigurationOffer;
  /** How long a device takes to answer a request for a configuration. Default 0. */
  readonly configurationMs?: number;
  /** Number of the first device, which decides its address and its name. Default 1: 127.0.1.1. */
  readonly firstDevice?: number;
  /** 0, the default, takes any free port: the same for all devices. */
  readonly restPort?: number;
  /** Default: the port of the REST service. */
  readonly websocketPort?: number;
  readonly user?: string;
  readonly password?: string;
  /** The same seed and the same clock make the same fleet live the same life. Default `snp`. */
  readonly seed?: string;
  /** How often the statuses of a device change. Default 1; 0: only when the test calls `update()`. */
  readonly updatesPerSecond?: number;
  /** Shortest time between two messages of changes to a client. Default: what the client asks for. */
  readonly frequencyMs?: number;
  /** Bytes of statuses that a device sends with an update on average. Default: what changes by itself. */
  readonly updateBytes?: number;
  /** Things that go wrong by themselves on a device, never in its first minute. Default 0. */
  readonly incidentsPerHour?: number;
  /** Statuses to replay instead of living ones, on every device. */
  readonly capture?: readonly Body[];
  /** Writes the time of sending, ms since the epoch, into `numSysTimeUpdates` of `ptp`. */
  readonly stamp?: boolean;
  readonly clock?: FleetClock;
  /** The one version of TLS that the devices speak, as old ones do. Default: those that are secure. */
  readonly tlsVersion?: 'TLSv1' | 'TLSv1.1';
}

/** A fleet that runs in this process. */
export interface Fleet {
  readonly devices: readonly SimulatedDevice[];
  readonly restPort: number;
  readonly websocketPort: number;
  readonly user: string;
  readonly password: string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

interface Ports {
  rest: number;
  websocket: number;
}

const PORT_ATTEMPTS = 20;
const DEFAULT_CREDENTIAL = 'admin';
const DEFAULT_SEED = 'snp';

/** Starts pretended devices on addresses of their own, 127.0.1.1 and on. */
export async function startFleet(options: FleetOptions = {}): Promise<Fleet> {
  const fleet = new RunningFleet(options, await certificate());
  await fleet.open();
  return fleet;
}

class RunningFleet implements Fleet {
  readonly devices: readonly SimulatedDevice[];
  readonly user: string;
  readonly password: string;
  private readonly ports: Ports = { rest: 0, websocket: 0 };
  private readonly cores = new Map<string, DeviceCore>();
  private readonly clock: FleetClock;
  private readonly cancels: (() => void)[] = [];
  private readonly https: Server;
  private readonly websockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
  });

  constructor(
    private readonly options: FleetOptions,
    pair: { key: string; cert: string },
  ) {
    this.user = options.user ?? DEFAULT_CREDENTIAL;
    this.password = options.password ?? DEFAULT_CREDENTIAL;
    this.clock = options.clock ?? wallClock;
    this.https = this.secureServer(pair);
    this.devices = identities(options).map((identity) => this.device(identity));
  }

  get restPort(): number {
    return this.ports.rest;
  }

  get websocketPort(): number {
    return this.ports.websocket;
  }

  async open(): Promise<void> {
    const isChance = (this.options.restPort ?? 0) === 0 && (this.options.websocketPort ?? 0) === 0;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.startListening();
        break;
      } catch (error) {
        for (const { listener } of this.cores.values()) listener.close();
        if (!isChance || attempt === PORT_ATTEMPTS) throw error;
      }
    }
    this.startUpdates();
  }

  async close(): Promise<void> {
    for (const cancel of this.cancels.splice(0)) cancel();
    await Promise.all([...this.cores.values()].map((core) => core.close()));
    // Sockets report that they are closed in the next round of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** One TLS server for all devices: it never listens itself, the devices' listeners hand it their connections. */
  private secureServer({ key, cert }: { key: string; cert: string }): Server {
    const { tlsVersion } = this.options;
    const old = { minVersion: tlsVersion, maxVersion: tlsVersion, ciphers: 'DEFAULT@SECLEVEL=0' };
    const server = createServer({ key, cert, ...(tlsVersion && old) });
    server.on('request', (request, response) => {
      const core = this.coreAt(request.socket.localAddress);
      if (core) void core.requested(request, response).catch(() => request.destroy());
      else request.destroy();
    });
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => undefined);
      const core = this.coreAt(request.socket.localAddress);
      if (core) core.upgraded(request, socket, head, this.websockets);
      else socket.destroy();
    });
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    return server;
  }

  private device(identity: DeviceIdentity): SimulatedDevice {
    const { seed = DEFAULT_SEED, incidentsPerHour = 0 } = this.options;
    const { user, password, clock } = this;
    const options = { ...this.options, seed, incidentsPerHour, user, password, clock };
    const core = new DeviceCore(identity, options, (socket) => this.https.emit('connection', socket));
    this.cores.set(identity.address, core);
    return new SimulatedDevice(core, this.ports);
  }

  private coreAt(address: string | undefined): DeviceCore | undefined {
    return address === undefined ? undefined : this.cores.get(address);
  }

  /** All devices listen on the same ports, as real ones do; a port that was taken by chance is tried with the next device. */
  private async startListening(): Promise<void> {
    const { restPort = 0, websocketPort = restPort } = this.options;
    this.ports.rest = restPort;
    this.ports.websocket = websocketPort;
    const isOnePort = this.options.websocketPort === undefined || (restPort !== 0 && websocketPort === restPort);
    for (const { listener } of this.cores.values()) {
      this.ports.rest = await listener.listen(this.ports.rest);
      this.ports.websocket = isOnePort ? this.ports.rest : await listener.listen(this.ports.websocket);
    }
  }

  /** Devices are not in step with each other: their updates are spread over the period. */
  private startUpdates(): void {
    const { updatesPerSecond = 1 } = this.options;
    if (updatesPerSecond <= 0) return;
    const period = 1000 / updatesPerSecond;
    this.devices.forEach((device, at) => {
      const phase = (at / this.devices.length) * period;
      this.cancels.push(
        this.clock.after(phase, () => {
          device.update();
          this.cancels.push(this.clock.every(period, () => device.update()));
        }),
      );
    });
  }
}

function identities(options: FleetOptions): DeviceIdentity[] {
  const { devices = 1, firstDevice = 1, seed = DEFAULT_SEED, kinds, configurations = 'all' } = options;
  const chosen: readonly IdentityOptions[] = typeof devices === 'number' ? Array(devices).fill({}) : devices;
  if (firstDevice < 1 || firstDevice + chosen.length - 1 > MAX_DEVICES) {
    throw new RangeError(`devices are numbered from 1 to ${MAX_DEVICES}`);
  }
  return chosen.map((facts, at) => {
    const kind = kinds && { kind: kinds[at % kinds.length] };
    return deviceIdentity(seed, firstDevice + at, { configurations, ...kind, ...facts });
  });
}
