import { FaultyProxy, startFleet, type Fleet, type FleetOptions, type Misbehaviour } from '@snp/simulator';
import { Chaos } from './chaos';

export interface FleetChildOptions extends FleetOptions {
  /** Puts some of the devices behind networks that get faults as well. */
  readonly hasBadNetworks?: boolean;
}

/** What the bench tells the fleet to do; both numbers count from 0, the second is not included. */
export type FleetCommand =
  | { readonly do: 'misbehave'; readonly from: number; readonly to: number; readonly misbehaviour: Misbehaviour }
  | { readonly do: 'start-chaos' }
  | { readonly do: 'stop-chaos' };

/** What the bench needs to know about a device. */
export interface FleetMember {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects: readonly { readonly type: string; readonly id: string }[];
}

/** One device in so many is behind a network of its own. */
const DEVICES_PER_NETWORK = 10;

/** Runs the fleet in this process until the parent process ends. */
export async function runFleet({ hasBadNetworks = false, ...options }: FleetChildOptions): Promise<never> {
  const fleet = await startFleet(options);
  const networks = hasBadNetworks ? await networksOf(fleet) : new Map<number, FaultyProxy>();
  const chaos = new Chaos(fleet, [...networks.values()]);
  process.on('message', (command: FleetCommand) => carryOut(command, fleet, chaos));
  process.on('disconnect', () => process.exit(0));
  process.send?.(membersOf(fleet, networks));
  return new Promise<never>(() => undefined);
}

function carryOut(command: FleetCommand, { devices }: Fleet, chaos: Chaos): void {
  if (command.do === 'start-chaos') chaos.start();
  else if (command.do === 'stop-chaos') void chaos.stop();
  else for (const device of devices.slice(command.from, command.to)) device.misbehave(command.misbehaviour);
}

async function networksOf({ devices, restPort }: Fleet): Promise<Map<number, FaultyProxy>> {
  const networks = new Map<number, FaultyProxy>();
  for (let at = 0; at < devices.length; at += DEVICES_PER_NETWORK) {
    networks.set(at, await FaultyProxy.open({ host: devices[at].address, port: restPort }));
  }
  return networks;
}

function membersOf({ devices }: Fleet, networks: ReadonlyMap<number, FaultyProxy>): FleetMember[] {
  return devices.map(({ settings, objects }, at) => {
    const network = networks.get(at);
    if (!network) return { ...settings, objects };
    const { restapi, websocket } = settings;
    return { ...settings, restapi: through(network, restapi), websocket: through(network, websocket), objects };
  });
}

function through({ host, port }: FaultyProxy, url: string): string {
  const changed = new URL(url);
  changed.host = `${host}:${port}`;
  return changed.href;
}
