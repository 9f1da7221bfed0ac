import type { SimulatedDevice } from '../device/simulated-device';
import { FAULTS, readMisbehaviour } from '../faults/misbehaviour';
import type { AlarmOptions } from '../model/alarms';
import { CONFIGURATION_OFFERS } from '../model/identity';
import { isBody, type Body } from '../statuses/generator';

/** An invalid request; the message is for its sender. */
export class BadRequest extends Error {}

/** An action on the selected devices. */
export interface DeviceRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** After `/devices/{which}`. */
  readonly path: string;
  readonly summary: string;
  run(devices: readonly SimulatedDevice[], body: Body): unknown;
}

export const DEVICE_ROUTES: readonly DeviceRoute[] = [
  { method: 'GET', path: '', summary: 'description and state of the device', run: (devices) => devices.map(describe) },
  {
    method: 'POST',
    path: '/misbehave',
    summary: 'start a fault: {"kind": "close", "code": 1011}',
    run(devices, body) {
      const misbehaviour = readMisbehaviour(body);
      for (const device of devices) device.misbehave(misbehaviour);
    },
  },
  {
    method: 'POST',
    path: '/behave',
    summary: 'end all faults',
    run: (devices) => each(devices, (device) => device.behave()),
  },
  {
    method: 'POST',
    path: '/pause',
    summary: 'pause, as if its process were stopped',
    run: (devices) => devices.forEach((device) => device.pause()),
  },
  {
    method: 'POST',
    path: '/resume',
    summary: 'resume after a pause',
    run: (devices) => each(devices, (device) => device.resume()),
  },
  {
    method: 'POST',
    path: '/set',
    summary: 'override values of a status: {"object": "ptp", "patch": {"ptpStatus": {"ptpCtlrState": "Holdover"}}}',
    run(devices, { object, patch }) {
      if (!isBody(patch)) throw new BadRequest('"patch" must be an object');
      for (const device of devices) device.set(ownKey(device, object), patch);
    },
  },
  {
    method: 'POST',
    path: '/unset',
    summary: 'remove the override: {"object": "ptp"}',
    run(devices, { object }) {
      for (const device of devices) device.unset(ownKey(device, object));
    },
  },
  {
    method: 'POST',
    path: '/configure',
    summary: 'change a configuration: {"object": "A-HD-1", "patch": {"ProgramName": {"name": "CAM 9"}}}',
    run(devices, { object, patch }) {
      if (!isBody(patch)) throw new BadRequest('"patch" must be an object');
      for (const device of devices) device.configure(configurable(device, object), patch);
    },
  },
  {
    method: 'POST',
    path: '/configurations',
    summary: 'which configurations there are, 404 for the others: {"offer": "basic"} or {"offer": "all"}',
    run(devices, { offer }) {
      const known = CONFIGURATION_OFFERS.find((name) => name === offer);
      if (!known) throw new BadRequest(`"offer" must be one of: ${CONFIGURATION_OFFERS.join(', ')}`);
      for (const device of devices) device.configurations = known;
    },
  },
  {
    method: 'GET',
    path: '/requests',
    summary: 'the latest REST requests other than logins, with their times',
    run: (devices) => devices.map(({ name, requests, mostRequestsAtOnce }) => ({ name, mostRequestsAtOnce, requests })),
  },
  {
    method: 'POST',
    path: '/alarms',
    summary: 'raise an alarm: {"reason": "…", "location": "…", "objectId": "system", "severity": "major"}',
    run: (devices, body) => ({ ids: devices.map((device) => device.raiseAlarm(readAlarm(body))) }),
  },
  {
    method: 'DELETE',
    path: '/alarms',
    summary: 'clear all alarms',
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
  const { kind, serial, firmware, personalities } = device.identity;
  return {
    number,
    name,
    address,
    restapi,
    websocket,
    kind,
    serial,
    firmware,
    personalities,
    configurations: device.configurations,
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

function configurable(device: SimulatedDevice, object: unknown): string {
  if (typeof object !== 'string' || !device.isConfigurable(object))
    throw new BadRequest(`${device.name} has no configuration of ${JSON.stringify(object)}`);
  return object;
}

function readAlarm({ reason, location, objectId, severity }: Body): AlarmOptions {
  if (typeof reason !== 'string' || reason === '') throw new BadRequest('"reason" must be a non-empty text');
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
