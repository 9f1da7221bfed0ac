export { type Credentials, type DeviceCounters } from './device/device-context';
export { type ConnectionSettings, type SimulatedDevice } from './device/simulated-device';
export { FAULTS, readMisbehaviour, UnknownMisbehaviour, type Misbehaviour } from './faults/misbehaviour';
export { ManualClock, wallClock, type FleetClock } from './fleet/clock';
export { startFleet, type Fleet, type FleetOptions } from './fleet/fleet';
export { type Alarm, type AlarmOptions } from './model/alarms';
export { MAX_DEVICES, type DeviceIdentity, type IdentityOptions, type NetMode } from './model/identity';
export { type Body } from './statuses/generator';
