import { counter, endpoint, hasComplaint, isConfiguredAddress, isNothing, isWord, seconds } from '@snp/protocol';
import { facts, type Fact } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { rows, type Place, type RowFilter } from '../table/place';
import { derived, states, value, type Reading, type ValueReader } from '../table/reading';
import { stateWords } from './words';

const isSet = (prefix: string): RowFilter => {
  const primary = `${prefix}PriIPsourceRO`;
  const secondary = `${prefix}SecIPsourceRO`;
  return (row) => isConfiguredAddress(row[primary]) || isConfiguredAddress(row[secondary]);
};

/** Receivers with a source address; all where that is wanted. */
function receivers(type: string, prefix: string, essence: string): Essence {
  const isConfigured = isSet(prefix);
  const place = rows(type, `${type}Status`, {
    labels: { essence, index: KEY },
    only: ({ options }) => (options.receivers === 'all' ? undefined : isConfigured),
  });
  return { prefix, place };
}

interface Essence {
  /** What the names of its fields begin with. */
  readonly prefix: string;
  readonly place: Place;
}

const VIDEO = receivers('ipVidRx', 'VidRx', 'video');
const AUDIO = receivers('ipAudRx', 'AudRx', 'audio');
const ANCILLARY = receivers('ipAncRx', 'AncRx', 'ancillary');
const ESSENCES = [VIDEO, AUDIO, ANCILLARY];

const isVideoSet = isSet('VidRx');

/** The same field of all essences: `VidRxReadPktCnt`, `AudRxReadPktCnt`, `AncRxReadPktCnt`. */
const each = (field: string, read: ValueReader): Reading[] =>
  ESSENCES.map(({ prefix, place }) => value(place, prefix + field, read));

const SAYS_NOTHING: Fact = { fields: [], text: () => '' };

const receiverFacts = ({ prefix, place }: Essence, own: Readonly<Record<string, Fact>>): Reading => {
  const source = (leg: string): Fact => ({
    fields: [`${prefix}${leg}IPsourceRO`, `${prefix}${leg}PortRO`],
    text: endpoint,
  });
  return facts(place, {
    primary_source: source('Pri'),
    secondary_source: source('Sec'),
    standard: SAYS_NOTHING,
    colorimetry: SAYS_NOTHING,
    transfer: SAYS_NOTHING,
    channels: SAYS_NOTHING,
    packet_time: SAYS_NOTHING,
    ...own,
  });
};

/** `Not Present` in place of a standard is a missing signal here, not a missing value. */
function isStandard(raw: unknown): number | undefined {
  if (typeof raw !== 'string') return undefined;
  const word = raw.trim();
  if (!isNothing(word)) return 1;
  return word === '' || word.toUpperCase() === 'N/A' ? undefined : 0;
}

/** The ST 2110 receivers. */
export const receiversGroup = group('receivers', [
  {
    name: 'ic_snp_receiver_info',
    type: 'info',
    labels: [
      'essence',
      'index',
      'primary_source',
      'secondary_source',
      'standard',
      'colorimetry',
      'transfer',
      'channels',
      'packet_time',
    ],
    help: 'Sources (address:port) and format of a receiver; what its essence does not have is empty.',
    source: 'ipVidRx.ipVidRxStatus[], ipAudRx.ipAudRxStatus[], ipAncRx.ipAncRxStatus[]',
    read: [
      receiverFacts(VIDEO, {
        standard: 'VidRxStd',
        colorimetry: 'VidRxColorimetry',
        transfer: 'VidRxTransferCharacteristics',
      }),
      receiverFacts(AUDIO, { channels: 'AudRxNumChStatus', packet_time: 'AudRxPacketTime' }),
      receiverFacts(ANCILLARY, {}),
    ],
  },
  {
    name: 'ic_snp_receiver_signal_present',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether a configured video receiver has a signal of a known standard.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxStd',
    read: derived(VIDEO.place, (row) => (isVideoSet(row) ? isStandard(row.VidRxStd) : undefined)),
  },
  {
    name: 'ic_snp_receiver_clock_synchronous',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether the signal of a video receiver is synchronous with the own clock.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxClkDomainStatus',
    read: value(VIDEO.place, 'VidRxClkDomainStatus', isWord('Synchronous')),
  },
  {
    name: 'ic_snp_receiver_make_before_break_ready',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether a video receiver is ready to switch make before break.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxMBBstatus',
    read: value(VIDEO.place, 'VidRxMBBstatus', isWord('Ready')),
  },
  {
    name: 'ic_snp_receiver_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets that a receiver has read.',
    source: 'VidRxReadPktCnt, AudRxReadPktCnt, AncRxReadPktCnt',
    read: each('ReadPktCnt', counter),
  },
  {
    name: 'ic_snp_receiver_missing_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets that a receiver has missed.',
    source: 'VidRxMissingPktCnt, AudRxMissingPktCnt, AncRxMissingPktCnt',
    read: each('MissingPktCnt', counter),
  },
  {
    name: 'ic_snp_receiver_out_of_range_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets that came too early or too late for a receiver.',
    source: 'VidRxOORPktCnt, AudRxOORPktCnt, AncRxOORPktCnt',
    read: each('OORPktCnt', counter),
  },
  {
    name: 'ic_snp_receiver_switches_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'How often a receiver was switched.',
    source: 'VidRxSwitchCount, AudRxSwitchCount, AncRxSwitchCount',
    read: each('SwitchCount', counter),
  },
  {
    name: 'ic_snp_receiver_network_jitter_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['essence', 'index'],
    help: 'Jitter of the packets of a receiver.',
    source: 'VidRxNetworkJitter, AudRxNetworkJitter, AncRxNetworkJitter',
    read: each('NetworkJitter', seconds),
  },
  {
    name: 'ic_snp_receiver_path_difference_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['essence', 'index'],
    help: 'Time between the two legs of a receiver.',
    source: 'VidRxNetworkPathDiff, AudRxNetworkPathDiff, AncRxNetworkPathDiff',
    read: each('NetworkPathDiff', seconds),
  },
  {
    name: 'ic_snp_receiver_protection_state',
    type: 'stateset',
    labels: ['essence', 'index', 'state'],
    help: 'ST 2022-7 seamless protection of a receiver.',
    source: 'VidRxSeamlessStatus, AudRxSeamlessStatus, AncRxSeamlessStatus',
    read: ESSENCES.map(({ prefix, place }) =>
      states(
        place,
        `${prefix}SeamlessStatus`,
        ['present', 'loopback', 'not_present', 'other'],
        stateWords({ Present: 'present', 'Present (Loopback)': 'loopback', 'Not Present': 'not_present' }),
      ),
    ),
  },
  {
    name: 'ic_snp_receiver_switch_error',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether the last switch of a receiver failed.',
    source: 'VidRxSwitchErrMsg, AudRxSwitchErrMsg, AncRxSwitchErrMsg',
    read: each('SwitchErrMsg', hasComplaint('None', '')),
  },
]);
