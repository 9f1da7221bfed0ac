export { startControl, type ControlServer } from './control/control-server';
export { type Credentials, type DeviceCounters } from './device/device-context';
export { type LoggedRequest } from './device/request-log';
export { type ConnectionSettings, type SimulatedDevice } from './device/simulated-device';
export { FAULTS, readMisbehaviour, UnknownMisbehaviour, type Misbehaviour } from './faults/misbehaviour';
export { ManualClock, wallClock, type FleetClock } from './clock';
export { startFleet, type Fleet, type FleetOptions } from './fleet/fleet';
export { type Alarm, type AlarmOptions } from './model/alarms';
export { DEVICE_KINDS, type DeviceKind } from './model/device-kind';
export {
  CONFIGURATION_OFFERS,
  MAX_DEVICES,
  type ConfigurationOffer,
  type DeviceIdentity,
  type IdentityOptions,
  type NetMode,
} from './model/identity';
export { type Body } from './statuses/generator';
export { selectObjects } from './object-selection';
export { FaultyProxy, type ProxyTarget } from './proxy/faulty-proxy';
export { Random } from './random';
export { runScenario, type ScenarioOptions } from './scenario/run-scenario';
export { readScenario, ScenarioError, type Scenario } from './scenario/scenario';
