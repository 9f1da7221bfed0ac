import { startFleet, type FleetOptions, type Misbehaviour } from '@snp/simulator';

/** What the bench tells some devices of the fleet to do; both numbers count from 0, the second is not included. */
export interface FleetOrder {
  readonly from: number;
  readonly to: number;
  readonly misbehaviour: Misbehaviour;
}

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
  const { devices } = await startFleet(options);
  process.on('message', ({ from, to, misbehaviour }: FleetOrder) => {
    for (const device of devices.slice(from, to)) device.misbehave(misbehaviour);
  });
  process.on('disconnect', () => process.exit(0));
  const members: FleetMember[] = devices.map(({ settings, objects }) => ({ ...settings, objects }));
  process.send?.(members);
  return new Promise<never>(() => undefined);
}
