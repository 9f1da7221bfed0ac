import {
  counter,
  endpoint,
  hasSource,
  hasSwitchError,
  isMakeBeforeBreakReady,
  isSignalPresent,
  isSynchronous,
  PROTECTION_STATES,
  protectionState,
  RECEIVER_TABLES,
  RECEIVERS,
  seconds,
  type ReceiverTable,
} from '@snp/protocol';
import { facts, type Fact } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { rows, type Place, type RowFilter } from '../table/place';
import { derived, states, value, type SampleReader, type ValueReader } from '../table/readers';

const { video, audio, ancillary } = RECEIVERS;

/** Receivers with a source address; all where that is wanted. */
function receivers(table: ReceiverTable): Place {
  const isConfigured: RowFilter = (row) => hasSource(row, table);
  return rows(table.type, table.rows, {
    labels: { essence: table.essence, index: KEY },
    only: ({ options }) => (options.receivers === 'all' ? undefined : isConfigured),
  });
}

const PLACES = { video: receivers(video), audio: receivers(audio), ancillary: receivers(ancillary) };

/** The same field of all essences: `VidRxReadPktCnt`, `AudRxReadPktCnt`, `AncRxReadPktCnt`. */
const each = (field: keyof ReceiverTable, read: ValueReader): SampleReader[] =>
  RECEIVER_TABLES.map((table) => value(PLACES[table.essence], table[field], read));

const EMPTY: Fact = { fields: [], text: () => '' };

const receiverFacts = (table: ReceiverTable, own: Readonly<Record<string, Fact>>): SampleReader =>
  facts(
    PLACES[table.essence],
    {
      primary_source: { fields: [table.primaryAddress, table.primaryPort], text: endpoint },
      secondary_source: { fields: [table.secondaryAddress, table.secondaryPort], text: endpoint },
      standard: EMPTY,
      colorimetry: EMPTY,
      transfer: EMPTY,
      channels: EMPTY,
      packet_time: EMPTY,
      ...own,
    },
    {
      rowFacts: {
        channel: (names, index) => names.ofReceiver(table.essence, index).channel,
        program_name: (names, index) => names.ofReceiver(table.essence, index).programName,
      },
    },
  );

/** The ST 2110 receivers. */
export const receiversGroup = group('receivers', [
  {
    name: 'ic_snp_receiver_info',
    type: 'info',
    labels: [
      'essence',
      'index',
      'channel',
      'program_name',
      'primary_source',
      'secondary_source',
      'standard',
      'colorimetry',
      'transfer',
      'channels',
      'packet_time',
    ],
    help: 'Channel and program name (HD mode), sources (address:port) and format of a receiver; labels that are unknown or do not apply are empty.',
    source:
      'ipVidRx.ipVidRxStatus[], ipAudRx.ipAudRxStatus[], ipAncRx.ipAncRxStatus[]; REST config/processorX: sections[], config/A-HD-1 …: ProgramName.name',
    read: [
      receiverFacts(video, { standard: video.standard, colorimetry: video.colorimetry, transfer: video.transfer }),
      receiverFacts(audio, { channels: audio.channels, packet_time: audio.packetTime }),
      receiverFacts(ancillary, {}),
    ],
  },
  {
    name: 'ic_snp_receiver_signal_present',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether a configured video receiver has a signal of a known standard.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxStd',
    read: derived(PLACES.video, (row) => (hasSource(row, video) ? isSignalPresent(row[video.standard]) : undefined)),
  },
  {
    name: 'ic_snp_receiver_clock_synchronous',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether the signal of a video receiver is synchronous with the clock of the device.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxClkDomainStatus',
    read: value(PLACES.video, video.clockDomain, isSynchronous),
  },
  {
    name: 'ic_snp_receiver_make_before_break_ready',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether a video receiver is ready for a make-before-break switch.',
    source: 'ipVidRx.ipVidRxStatus[].VidRxMBBstatus',
    read: value(PLACES.video, video.makeBeforeBreak, isMakeBeforeBreakReady),
  },
  {
    name: 'ic_snp_receiver_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets read by a receiver.',
    source: 'VidRxReadPktCnt, AudRxReadPktCnt, AncRxReadPktCnt',
    read: each('packets', counter),
  },
  {
    name: 'ic_snp_receiver_missing_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets missing at a receiver.',
    source: 'VidRxMissingPktCnt, AudRxMissingPktCnt, AncRxMissingPktCnt',
    read: each('missingPackets', counter),
  },
  {
    name: 'ic_snp_receiver_out_of_range_packets_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Packets that arrived too early or too late at a receiver.',
    source: 'VidRxOORPktCnt, AudRxOORPktCnt, AncRxOORPktCnt',
    read: each('outOfRangePackets', counter),
  },
  {
    name: 'ic_snp_receiver_switches_total',
    type: 'counter',
    labels: ['essence', 'index'],
    help: 'Number of times a receiver was switched.',
    source: 'VidRxSwitchCount, AudRxSwitchCount, AncRxSwitchCount',
    read: each('switches', counter),
  },
  {
    name: 'ic_snp_receiver_network_jitter_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['essence', 'index'],
    help: 'Network jitter of a receiver.',
    source: 'VidRxNetworkJitter, AudRxNetworkJitter, AncRxNetworkJitter',
    read: each('networkJitter', seconds),
  },
  {
    name: 'ic_snp_receiver_path_difference_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['essence', 'index'],
    help: 'Path delay difference between the two legs of a receiver.',
    source: 'VidRxNetworkPathDiff, AudRxNetworkPathDiff, AncRxNetworkPathDiff',
    read: each('pathDifference', seconds),
  },
  {
    name: 'ic_snp_receiver_protection_state',
    type: 'stateset',
    labels: ['essence', 'index', 'state'],
    help: `State of the ST 2022-7 seamless protection of a receiver: ${PROTECTION_STATES.join(', ')}.`,
    source: 'VidRxSeamlessStatus, AudRxSeamlessStatus, AncRxSeamlessStatus',
    read: RECEIVER_TABLES.map(({ essence, protection }) =>
      states(PLACES[essence], protection, PROTECTION_STATES, protectionState),
    ),
  },
  {
    name: 'ic_snp_receiver_switch_error',
    type: 'gauge',
    labels: ['essence', 'index'],
    help: 'Whether the last switch of a receiver failed.',
    source: 'VidRxSwitchErrMsg, AudRxSwitchErrMsg, AncRxSwitchErrMsg',
    read: each('switchError', hasSwitchError),
  },
]);
