export { ActiveAlarms, type ActiveAlarm, type AlarmChanges, type RaisedAlarm } from './alarms';
export {
  parseChannelConfig,
  parseConsoleStatus,
  parseProcessorConfig,
  parsePtpConfig,
  parseSystemConfig,
  PTP_MODES,
  type ChannelConfig,
  type ConsoleStatus,
  type ProcessorConfig,
  type PtpConfig,
  type PtpMode,
  type SystemConfig,
} from './config';
export { ChannelNames, type RowName } from './device/channel-names';
export {
  CHANGEOVER_PATHS,
  changeoverPath,
  CHANGEOVER_PROGRAMS,
  changeoverProgram,
  CHANNEL_DIRECTIONS,
  CHANNELS,
  GATEWAY_SUFFIX,
  hasJpegXsStream,
  isActiveChannel,
  isChangeoverInUse,
  isGatewayChannel,
  isPacketPresent,
  type ChangeoverPath,
  type ChangeoverProgram,
  type ChannelDirection,
} from './device/channels';
export { GENLOCK, isSdStandard, VIDEO_INPUT } from './device/inputs';
export { linkMode, linkModeNumber } from './device/link-mode';
export {
  gatewayAddress,
  IGMP_JOIN_OK,
  IP_RX_SETUP,
  IP_WAN,
  isIgmpJoinOk,
  isRegistered,
  LEGS,
  type Leg,
} from './device/network';
export {
  hasLoadingError,
  isProcessorReady,
  NO_LOADING_ERROR,
  PROCESSOR,
  PROCESSORS,
  type Processor,
} from './device/processors';
export { isPtpLocked, isPtpMaster, PTP, PTP_STATES, ptpState, type PtpState } from './device/ptp';
export {
  hasSource,
  hasSwitchError,
  isMakeBeforeBreakReady,
  isSignalPresent,
  isSynchronous,
  NO_SWITCH_ERROR,
  PROTECTION_STATES,
  protectionState,
  RECEIVER_ESSENCES,
  RECEIVER_TABLES,
  RECEIVERS,
  type ProtectionState,
  type ReceiverEssence,
  type ReceiverTable,
} from './device/receivers';
export { channelId, channelOfReceiver } from './device/rows-and-channels';
export {
  isBandwidthOk,
  SENDER_ESSENCES,
  SENDER_TABLES,
  SENDERS,
  type SenderEssence,
  type SenderTable,
} from './device/senders';
export { chassisName, sfpVendor, SYSTEM } from './device/system';
export { MESSAGE_TYPES, parseMessage, type Message } from './messages';
export { OBJECT_TEMPLATES, TEMPLATE_NAMES, type ObjectTemplate, type TemplateName } from './object-templates';
export { isKnownObjectType, LOCAL_ELEMENT, OBJECT_TYPES, type ObjectType } from './objects';
export { discoveryRequest, normaliseToken, subscription, type ObjectRef } from './requests';
export { parseStatus, statusIdentity, statusName, type Status } from './status';
export {
  clockIdentity,
  endpoint,
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
  ratio,
  rpm,
  seconds,
} from './values/quantities';
export { isObject, parseJson, type JsonObject } from './values/record';
export { rawText, text } from './values/text';
export { asctime, uptime } from './values/time';
