import { isConfiguredAddress } from '../values/addresses';
import { hasComplaint, isWord } from '../values/flags';
import { isPlaceholder } from '../values/text';
import type { JsonObject } from '../values/record';
import { stateWords } from './state-words';

export const RECEIVER_ESSENCES = ['video', 'audio', 'ancillary'] as const;
export type ReceiverEssence = (typeof RECEIVER_ESSENCES)[number];

/** The fields of a receiver of any essence. */
interface ReceiverFields {
  readonly primaryAddress: string;
  readonly primaryPort: string;
  readonly secondaryAddress: string;
  readonly secondaryPort: string;
  readonly protection: string;
  readonly packets: string;
  readonly missingPackets: string;
  readonly outOfRangePackets: string;
  readonly switches: string;
  readonly switchError: string;
  readonly networkJitter: string;
  readonly pathDifference: string;
}

/** Where the receivers of an essence are found, and their fields. */
export interface ReceiverTable extends ReceiverFields {
  readonly essence: ReceiverEssence;
  /** The object type. */
  readonly type: string;
  readonly rows: string;
}

/** The receivers by our names. */
export const RECEIVERS = {
  video: {
    essence: 'video',
    type: 'ipVidRx',
    rows: 'ipVidRxStatus',
    primaryAddress: 'VidRxPriIPsourceRO',
    primaryPort: 'VidRxPriPortRO',
    secondaryAddress: 'VidRxSecIPsourceRO',
    secondaryPort: 'VidRxSecPortRO',
    protection: 'VidRxSeamlessStatus',
    packets: 'VidRxReadPktCnt',
    missingPackets: 'VidRxMissingPktCnt',
    outOfRangePackets: 'VidRxOORPktCnt',
    switches: 'VidRxSwitchCount',
    switchError: 'VidRxSwitchErrMsg',
    networkJitter: 'VidRxNetworkJitter',
    pathDifference: 'VidRxNetworkPathDiff',
    standard: 'VidRxStd',
    colorimetry: 'VidRxColorimetry',
    transfer: 'VidRxTransferCharacteristics',
    clockDomain: 'VidRxClkDomainStatus',
    makeBeforeBreak: 'VidRxMBBstatus',
  },
  audio: {
    essence: 'audio',
    type: 'ipAudRx',
    rows: 'ipAudRxStatus',
    primaryAddress: 'AudRxPriIPsourceRO',
    primaryPort: 'AudRxPriPortRO',
    secondaryAddress: 'AudRxSecIPsourceRO',
    secondaryPort: 'AudRxSecPortRO',
    protection: 'AudRxSeamlessStatus',
    packets: 'AudRxReadPktCnt',
    missingPackets: 'AudRxMissingPktCnt',
    outOfRangePackets: 'AudRxOORPktCnt',
    switches: 'AudRxSwitchCount',
    switchError: 'AudRxSwitchErrMsg',
    networkJitter: 'AudRxNetworkJitter',
    pathDifference: 'AudRxNetworkPathDiff',
    channels: 'AudRxNumChStatus',
    packetTime: 'AudRxPacketTime',
  },
  ancillary: {
    essence: 'ancillary',
    type: 'ipAncRx',
    rows: 'ipAncRxStatus',
    primaryAddress: 'AncRxPriIPsourceRO',
    primaryPort: 'AncRxPriPortRO',
    secondaryAddress: 'AncRxSecIPsourceRO',
    secondaryPort: 'AncRxSecPortRO',
    protection: 'AncRxSeamlessStatus',
    packets: 'AncRxReadPktCnt',
    missingPackets: 'AncRxMissingPktCnt',
    outOfRangePackets: 'AncRxOORPktCnt',
    switches: 'AncRxSwitchCount',
    switchError: 'AncRxSwitchErrMsg',
    networkJitter: 'AncRxNetworkJitter',
    pathDifference: 'AncRxNetworkPathDiff',
  },
} as const;

/** The same by essence, for what all have in common. */
export const RECEIVER_TABLES: readonly ReceiverTable[] = RECEIVER_ESSENCES.map((essence) => RECEIVERS[essence]);

/** Whether a receiver has a source on one of its legs. */
export function hasSource(row: JsonObject, { primaryAddress, secondaryAddress }: ReceiverTable): boolean {
  return isConfiguredAddress(row[primaryAddress]) || isConfiguredAddress(row[secondaryAddress]);
}

/** States of ST 2022-7 seamless protection. */
export const PROTECTION_STATES = [
  'present',
  'loopback',
  'primary_only',
  'secondary_only',
  'not_present',
  'other',
] as const;
export type ProtectionState = (typeof PROTECTION_STATES)[number];

export const protectionState: (raw: unknown) => ProtectionState | undefined = stateWords({
  Present: 'present',
  'Present (Loopback)': 'loopback',
  'Primary Only': 'primary_only',
  'Secondary Only': 'secondary_only',
  'Not Present': 'not_present',
});

/** `clockDomain`: 1 where the signal is synchronous with the device's own clock. */
export const isSynchronous = isWord('Synchronous');

/** `makeBeforeBreak`: 1 where the receiver is ready. */
export const isMakeBeforeBreakReady = isWord('Ready');

/** What `switchError` says when the last switch went well, beside an empty text. */
export const NO_SWITCH_ERROR = 'None';
export const hasSwitchError = hasComplaint(NO_SWITCH_ERROR, '');

/** Whether `standard` names a standard: `Not Present` is a missing signal here, not a missing value. */
export function isSignalPresent(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim();
  if (!isPlaceholder(word)) return 1;
  return word === '' || word.toUpperCase() === 'N/A' ? undefined : 0;
}
