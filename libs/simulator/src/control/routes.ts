import type { SimulatedDevice } from '../device/simulated-device';
import { FAULTS, readMisbehaviour } from '../faults/misbehaviour';
import type { AlarmOptions } from '../model/alarms';
import { isBody, type Body } from '../statuses/generator';

/** A request that cannot be done as it is; the message is for whoever sent it. */
export class BadRequest extends Error {}

/** Something to do to the devices that are meant. */
export interface DeviceRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** After `/devices/{which}`. */
  readonly path: string;
  readonly says: string;
  run(devices: readonly SimulatedDevice[], body: Body): unknown;
}

export const DEVICE_ROUTES: readonly DeviceRoute[] = [
  { method: 'GET', path: '', says: 'what it is and how it is', run: (devices) => devices.map(describe) },
  {
    method: 'POST',
    path: '/misbehave',
    says: 'do something wrong: {"kind": "close", "code": 1011}',
    run(devices, body) {
      const misbehaviour = readMisbehaviour(body);
      for (const device of devices) device.misbehave(misbehaviour);
    },
  },
  {
    method: 'POST',
    path: '/behave',
    says: 'stop everything that it does wrong',
    run: (devices) => each(devices, (device) => device.behave()),
  },
  {
    method: 'POST',
    path: '/pause',
    says: 'stop like a process',
    run: (devices) => devices.forEach((device) => device.pause()),
  },
  { method: 'POST', path: '/resume', says: 'go on', run: (devices) => each(devices, (device) => device.resume()) },
  {
    method: 'POST',
    path: '/set',
    says: 'lay values over a status: {"object": "ptp", "patch": {"ptpStatus": {"ptpCtlrState": "Holdover"}}}',
    run(devices, { object, patch }) {
      if (!isBody(patch)) throw new BadRequest('"patch" must be an object');
      for (const device of devices) device.set(ownKey(device, object), patch);
    },
  },
  {
    method: 'POST',
    path: '/unset',
    says: 'take them away again: {"object": "ptp"}',
    run(devices, { object }) {
      for (const device of devices) device.unset(ownKey(device, object));
    },
  },
  {
    method: 'POST',
    path: '/alarms',
    says: 'raise an alarm: {"reason": "…", "location": "…", "objectId": "system", "severity": "major"}',
    run: (devices, body) => ({ ids: devices.map((device) => device.raiseAlarm(readAlarm(body))) }),
  },
  {
    method: 'DELETE',
    path: '/alarms',
    says: 'clear every alarm',
    run: (devices) => devices.forEach((device) => device.clearAlarms()),
  },
];

/** The kinds of faults, with what may be chosen. */
export function describeFaults(): Body[] {
  return FAULTS.map(({ kind, summary, options }) => ({
    kind,
    summary,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { fallback, allowed }]) => [name, { default: fallback, allowed }]),
    ),
  }));
}

function describe(device: SimulatedDevice): Body {
  const { number, name, address, restapi, websocket, connections, subscribers, counters, alarms, misbehaviours } =
    device;
  const { serial, firmware, personalities } = device.identity;
  return {
    number,
    name,
    address,
    restapi,
    websocket,
    serial,
    firmware,
    personalities,
    connections,
    subscribers,
    counters,
    alarms,
    misbehaviours,
  };
}

function ownKey(device: SimulatedDevice, object: unknown): string {
  const key = String(object);
  const isThere = device.objects.some(({ type, id }) => key === type || key === `${type}/${id}`);
  if (typeof object !== 'string' || !isThere)
    throw new BadRequest(`${device.name} has no object ${JSON.stringify(object)}`);
  return key;
}

function readAlarm({ reason, location, objectId, severity }: Body): AlarmOptions {
  if (typeof reason !== 'string' || reason === '') throw new BadRequest('"reason" must be a text');
  return {
    reason,
    ...(typeof location === 'string' ? { location } : {}),
    ...(typeof objectId === 'string' ? { objectId } : {}),
    ...(severity === 'major' ? { severity } : {}),
  };
}

async function each(
  devices: readonly SimulatedDevice[],
  act: (device: SimulatedDevice) => Promise<void>,
): Promise<void> {
  await Promise.all(devices.map(act));
}
