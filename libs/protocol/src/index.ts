export { alarmChanges, alarmKey, type ActiveAlarm, type AlarmChanges } from './alarms';
export {
  parseConsoleStatus,
  parseProcessorConfig,
  parseSystemConfig,
  type ConsoleStatus,
  type ProcessorConfig,
  type SystemConfig,
} from './config';
export { MESSAGE_TYPES, parseMessage, type Message } from './messages';
export { OBJECT_TEMPLATES, TEMPLATE_NAMES, type ObjectTemplate, type TemplateName } from './object-templates';
export { isKnownObjectType, LOCAL_ELEMENT, OBJECT_TYPES, type ObjectType } from './objects';
export { isObject, type JsonObject } from './record';
export { discoveryRequest, normaliseToken, subscription, type ObjectRef } from './requests';
export { parseStatus, statusIdentity, type Status } from './status';
export {
  clockIdentity,
  endpoint,
  ipv4FromNumber,
  isConfiguredAddress,
  isMacAddress,
  isResolved,
  lldpNeighbour,
  macAddress,
  type LldpNeighbour,
} from './values/addresses';
export { counter, index, number } from './values/decimal';
export { flag, hasComplaint, isOk, isWord, onOff, unlessFlag } from './values/flags';
export { ptpLegs, type PtpLegs } from './values/ptp';
export {
  bytesPerSecond,
  bytesPerSecondFromMegabits,
  celsius,
  dbm,
  microseconds,
  milliseconds,
  playoutSeconds,
  rpm,
  seconds,
} from './values/quantities';
export { isNothing, slug, text } from './values/text';
export { asctime, uptime } from './values/time';
