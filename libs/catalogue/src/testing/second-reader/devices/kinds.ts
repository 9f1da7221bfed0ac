import type { Answers } from '../second-reader';
import { answers, processorConfig, ptpConfig } from './answers';
import type { Body } from './audio-parts';
import { ancillary, changeover, jpegXsDecoder } from './channel-parts';
import { hdChannel, hdGateway, uhdChannel, uhdGateway } from './channels';
import { sfp, system } from './hardware';
import { ipRxSetup, ipWan, ptp } from './network';
import { genlock, masterControl, procAudio, processor, procMv, videoIn } from './processing';
import { MAC, NO_SOURCE, receivers, senders, UNREACHABLE, videoSenders } from './streams';

/** All that a device says: its statuses, and what it answers to the polls. */
export interface Kind {
  readonly statuses: readonly Body[];
  readonly answers: Answers;
}

/** In HD mode, with a bit of everything: changeover, JPEG XS, audio in error. */
export function hdDevice(): Kind {
  const channels = [
    hdChannel('A-HD-1'),
    hdChannel('A-HD-2', { ACO: changeover({ PGMStatus: 'OFF', ACONotArmed: true, AudCh1: true }) }),
    hdChannel('B-HD-9', { active: false }),
    hdChannel('D-HD-8', { JpegXsEncoder: { GeneratedBitRate: 250, TSBitRate: 260 }, AncDataProcessing: ancillary() }),
    hdChannel('C-HD-4', {
      JpegXsDecoder: decoding({
        VideoStandard: '1080i/50',
        Bitrate: 187,
        RxVidStdMismatch: true,
        TR07DecJxsCCError: 9,
      }),
    }),
  ];
  return { statuses: [...chassis(), ...essences(), ...channels], answers: answers() };
}

/** In UHD mode: audio on four links, standards of 2160 lines, senders whose further links are not in use. */
export function uhdDevice(): Kind {
  const uhd = { Std: '2160p/59.94', Colorimetry: 'Rec 2020/2100', TransferCharacteristics: 'HLG' };
  const link = [UNREACHABLE, UNREACHABLE, 'Disabled'] as const;
  const statuses = [
    ...chassis(),
    receivers('Vid', uhd, NO_SOURCE, NO_SOURCE, NO_SOURCE, { ...uhd, Std: '2160p/50', SeamlessStatus: 'Primary Only' }),
    receivers('Aud', {}, NO_SOURCE),
    videoSenders([MAC, MAC, 'OK'], link, link, link, [MAC, UNREACHABLE, 'Disabled']),
    uhdChannel('A-UHD-1'),
    uhdChannel('A-UHD-2', { ACO: changeover({ ABStatus: 'B' }), FrameSync: { UhdvidInputPresent: false } }),
    uhdChannel('B-UHD-1', { active: false }),
    uhdChannel('B-UHD-2', { JpegXsDecoder: decoding({ VideoStandard: '2160p/50', Bitrate: 1200 }) }),
    videoIn('SFP-A-1', {
      VidStandard: '2060p/59.94',
      VidColorimetry: 'Rec 2020/2100',
      VidTransferCharacteristics: 'PQ',
    }),
  ];
  const processors = { processorA: processorConfig('Conv', 'UHD'), processorB: processorConfig('Sync', 'UHD') };
  return { statuses, answers: answers({ processors }) };
}

/** With the personality Dual Gateway: both directions in one channel. */
export function gatewayDevice(): Kind {
  const statuses = [
    ...chassis(),
    ...essences(),
    hdChannel('A-HD-1', hdGateway()),
    hdChannel('A-HD-2', hdGateway({ AncDataProcessingGwSdi: {}, AudioProcessingGwSdi: {} })),
    hdChannel('A-HD-3', { ...hdGateway(), active: false }),
    uhdChannel('B-UHD-1', uhdGateway()),
    hdChannel('C-HD-1'),
  ];
  const processors = {
    processorA: processorConfig('Dual Gateway', 'HD'),
    processorB: processorConfig('Dual Gateway', 'UHD'),
    processorC: processorConfig('Sync', 'HD'),
  };
  return { statuses, answers: answers({ processors }) };
}

/** Firmware 3.1: texts in place of some numbers and numbers in place of some texts, no counts of time updates. */
export function firmware31Device(): Kind {
  const text = { priGateway: '10.1.10.1', secGateway: '0.0.0.0', priDns: '10.0.0.53', altDns: '10.0.0.54' };
  const statuses = [
    system({ SFP_Stats: [0, 1, 2, 3, 4, 5, 6].map((vendor, index) => sfp(index + 1, vendor)), AAP_License_Status: [] }),
    ptp({ biggestSysTimeUpdate: undefined, numSysTimeUpdates: undefined, rtcTime: '2026-02-03 20:00:01' }),
    ipWan({ ...text, registrationServerConnected: '', txOverBandwidth: [false, false] }),
    ipRxSetup({ RxMinPlayoutDly: '4.0 ms', RxSecondaryIGMPJoin: '20 ms' }),
    ...essences(),
    hdChannel('A-HD-1'),
    masterControl('A', {
      mclStatus: { routerConnectionError: true, invalidLogicalName: '', RoutingPgmSrcStatus: 'OK' },
      GPIConfiguration: [{ idx: 1, inputState: false, outputState: true }],
    }),
    masterControl('B', {
      mclStatus: { routerConnectionError: false },
      EasStatus: undefined,
      AudioOverStatus: undefined,
    }),
    videoIn('BNC-1', { VidStandard: '625i/50', EdhPresent: true }),
  ];
  const processors = { processorA: processorConfig('Master Control Lite', 'HD') };
  return { statuses, answers: answers({ processors, ptp: ptpConfig({ ptpMode: 1 }) }) };
}

/** A decoder with a stream. */
function decoding(more: Body): Body {
  return jpegXsDecoder({ TR07DemuxStatus: 'PAT PMT JXS ', TSBitRate: 200, ...more });
}

function chassis(): Body[] {
  return [
    ...[system(), ptp(), ipWan(), ipRxSetup(), genlock(), procMv()],
    ...['A', 'B', 'C', 'D'].flatMap((letter) => [processor(letter), procAudio(letter), masterControl(letter)]),
    videoIn('BNC-1'),
    videoIn('BNC-2', { VidPresent: false, VidStandard: 'Unknown', VidColorimetry: 'Not Available' }),
    videoIn('BNC-3', { VidStandard: '525i/59.94', EdhPresent: true, EdhError: true, CrcError: true }),
    ...[
      { type: 'GPI', object_ID: 'GPI', gpiDevice: [] },
      { type: 'SQM', object_ID: 'SQM', SQM: {} },
    ],
  ];
}

function essences(): Body[] {
  const oneLeg = { SecIPsourceRO: '0.0.0.0', SecPortRO: '0', SeamlessStatus: 'Primary Only' };
  return [
    receivers(
      'Vid',
      {},
      NO_SOURCE,
      { ...oneLeg, Std: 'Not Present', ClkDomainStatus: 'Asynchronous' },
      { SwitchErrMsg: 'No SDP' },
    ),
    receivers('Aud', {}, NO_SOURCE, { ...oneLeg, PacketTime: 'Unsupported' }, { SeamlessStatus: 'Secondary Only' }),
    receivers('Anc', { SeamlessStatus: 'Present (Loopback)' }, NO_SOURCE, oneLeg),
    videoSenders([MAC, MAC, 'OK'], [MAC, UNREACHABLE, 'Ok'], [UNREACHABLE, UNREACHABLE, 'Ok'], [MAC, MAC, 'Disabled']),
    senders('ipAudTx', [MAC, UNREACHABLE], [UNREACHABLE, UNREACHABLE], [UNREACHABLE, MAC]),
    senders('ipAncTx', [MAC, MAC], [UNREACHABLE, UNREACHABLE]),
  ];
}
