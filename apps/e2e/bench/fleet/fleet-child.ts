import { FaultyProxy, startFleet, type Fleet, type FleetOptions, type Misbehaviour } from '@snp/simulator';
import { Unrest } from './unrest';

export interface PlayedFleetOptions extends FleetOptions {
  /** Puts some of the devices behind networks that the unrest disturbs as well. */
  readonly hasBadNetworks?: boolean;
}

/** What the bench tells the fleet to do; both numbers count from 0, the second is not included. */
export type FleetOrder =
  | { readonly do: 'misbehave'; readonly from: number; readonly to: number; readonly misbehaviour: Misbehaviour }
  | { readonly do: 'begin-unrest' }
  | { readonly do: 'end-unrest' };

/** What the bench must know of a device. */
export interface FleetMember {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects: readonly { readonly type: string; readonly id: string }[];
}

/** Of so many devices, one is behind a network of its own. */
const DEVICES_PER_NETWORK = 10;

/** Plays the fleet in a process of its own until its parent goes. */
export async function playFleet({ hasBadNetworks = false, ...options }: PlayedFleetOptions): Promise<never> {
  const fleet = await startFleet(options);
  const networks = hasBadNetworks ? await networksOf(fleet) : new Map<number, FaultyProxy>();
  const unrest = new Unrest(fleet, [...networks.values()]);
  process.on('message', (order: FleetOrder) => obey(order, fleet, unrest));
  process.on('disconnect', () => process.exit(0));
  process.send?.(membersOf(fleet, networks));
  return new Promise<never>(() => undefined);
}

function obey(order: FleetOrder, { devices }: Fleet, unrest: Unrest): void {
  if (order.do === 'begin-unrest') unrest.begin();
  else if (order.do === 'end-unrest') void unrest.end();
  else for (const device of devices.slice(order.from, order.to)) device.misbehave(order.misbehaviour);
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
