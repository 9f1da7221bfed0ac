import { startFleet, type Fleet, type FleetOptions } from '@snp/simulator';

/** What the bench tells the fleet to do. */
export type FleetOrder =
  | { readonly kind: 'drop'; readonly from: number; readonly to: number }
  | { readonly kind: 'flood'; readonly device: number; readonly messagesPerSecond: number };

/** What the bench must know of a device. */
export interface FleetMember {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects: readonly { readonly type: string; readonly id: string }[];
}

/** Plays the fleet in a process of its own until its parent goes. */
export async function playFleet(options: FleetOptions): Promise<never> {
  const fleet = await startFleet(options);
  process.on('message', (order: FleetOrder) => obey(fleet, order));
  process.on('disconnect', () => process.exit(0));
  const { user: username, password } = fleet;
  const members: FleetMember[] = fleet.devices.map(({ name, restapi, websocket, objects }) => {
    return { name, restapi, websocket, username, password, objects };
  });
  process.send?.(members);
  return new Promise<never>(() => undefined);
}

function obey(fleet: Fleet, order: FleetOrder): void {
  if (order.kind === 'drop') {
    for (const device of fleet.devices.slice(order.from, order.to)) device.disconnect(1001, 'restart');
    return;
  }
  const device = fleet.devices[order.device];
  const keys = ['ptp', 'system', 'ipVidRx', 'procChannelHD/A-HD-1'];
  const perTurn = order.messagesPerSecond / 100;
  setInterval(() => {
    for (let sent = 0; sent < perTurn; sent += 1) {
      const statuses = keys.map((key) => JSON.stringify(device.status(key)));
      device.send(JSON.stringify({ msgType: 'statusState', statuses }));
    }
  }, 10);
}
