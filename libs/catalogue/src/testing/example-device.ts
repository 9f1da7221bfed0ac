import { SeriesStore, type Format, type TargetSeries } from '@snp/exposition';
import {
  parseChannelConfig,
  parseConsoleStatus,
  parseMessage,
  parseProcessorConfig,
  parsePtpConfig,
  parseStatus,
  parseSystemConfig,
} from '@snp/protocol';
import { ManualClock, startFleet, type Body, type SimulatedDevice } from '@snp/simulator';
import { Decoder, type DeviceDecoder } from '../decoder';
import type { SessionView } from '../session-view';
import { stillAt } from './still-clock';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What a pretended device lacks by itself, so that every family has a series. */
const EXTRAS: Readonly<Record<string, object>> = {
  'system/system': {
    QSFP_Stats: { 0: { Temperature: '31.5 °C', RxPower1: '-0.4 dBm', TxPower1: '0.9 dBm' } },
    SFP_Stats: {
      0: {
        ...{ SFP_Present: true, SFP_VendorName: 'EMBRIONIX ', SFP_VendorPN: 'EB1234', SFP_VendorSN: '000123' },
        ...{ SFP_Temperature: '38.0 °C', SFP_RxPower1: '-5.1 dBm', SFP_TxPower1: '-2.0 dBm' },
      },
    },
  },
  'ipWan/ipWan': {
    ipWanStatus: {
      ...{ registrationServer: '10.9.9.9:8010', registrationServerConnected: '10.9.9.9:8010' },
      txOverBandwidth: [false, false, false, false],
    },
  },
  'procChannelHD/A-HD-1': {
    ACO: { PGMStatus: 'MAIN', PSTStatus: 'PROTECT' },
    JpegXsDecoder: { TSBitRate: 250, VideoStandard: '1080i/59.94' },
  },
  'videoIn/BNC-1': { VideoInput: { VidPresent: true, EdhPresent: true, VidStandard: '625i/50' } },
  'MasterControl/MasterControl-A': { mclStatus: { routerConnectionError: false } },
};

/** A channel as devices in UHD mode have it. */
const UHD_CHANNEL = {
  ...{ type: 'procChannelUHD', object_ID: 'B-UHD-1', name: 'B-UHD-1', active: true },
  FrameSync: {
    UhdvidInputPresent: true,
    UHDPixelFormatMismatch: false,
    FsVidInputStd: '2160p/50',
    ActualFrameDelay: 1,
  },
  AudioUHD1: { AudDmxGrp1Present: true, AudDmxGrp1CrcError: false },
};

/** A whole pretended device in both formats: the same at any time and on any machine. */
export async function exampleExpositions(): Promise<Readonly<Record<Format, string>>> {
  const store = await exampleStore();
  const exposition = (format: Format) => [...store.snapshot().chunks(format)].join('');
  return { text: exposition('text'), openmetrics: exposition('openmetrics') };
}

/** The series of {@link exampleExpositions}: all objects, alarms, polls and the session of one device. */
export async function exampleStore(): Promise<SeriesStore> {
  const clock = new ManualClock();
  const fleet = await startFleet({ clock, seed: 'example', updatesPerSecond: 0 });
  try {
    const [device] = fleet.devices;
    for (const [key, patch] of Object.entries(EXTRAS)) device.set(key, patch as Body);
    device.raiseAlarm({ id: 55, reason: 'Power supply A is bad', location: 'System Power Supply', severity: 'major' });
    clock.advance(MINUTE_MS);
    device.update();
    return storeOf(device, clock.now());
  } finally {
    await fleet.close();
  }
}

function storeOf(device: SimulatedDevice, now: number): SeriesStore {
  const decoder = new Decoder({ groups: 'all', receivers: 'configured', senders: 'resolved', legacyTimeLabels: false });
  const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
  const target = store.addTarget(device.name);
  const reading = decoder.device();
  name(reading);
  const sent = device.objects.map(({ type, id }) => device.status(`${type}/${id}`));
  for (const text of [...sent, JSON.stringify(UHD_CHANNEL)]) {
    const status = parseStatus(text);
    if (status !== undefined) reading.status(status, target);
  }
  tellAlarms(device, reading, target, now);
  poll(reading, target, now);
  reading.session(sessionSince(now - MINUTE_MS, now), target);
  return store;
}

function tellAlarms({ alarms }: SimulatedDevice, reading: DeviceDecoder, target: TargetSeries, now: number): void {
  const activeAlarms = alarms.map(({ id, reason, location, objectId, raisedAt }) => ({
    ...{ id, reason, location, object_id: objectId },
    time_stamp: new Date(raisedAt).toISOString(),
  }));
  const message = parseMessage(JSON.stringify({ msgType: 'activeAlarmStatus', activeAlarms }));
  if (message?.kind === 'alarms') reading.alarms(message.alarms, target, stillAt(now));
}

const PROCESSOR_A = {
  general: { personality: 'Sync', forceMAB: false, audioPacketTime: 2 },
  sections: [1, 2, 3].map((idx) => ({ idx, opMode: 'HD', inputMode: 'IP' })),
};

const PTP_SETTINGS = {
  ptpGeneral: { ptpMode: 0, ptpLockingMode: 'PTP Only', ptpDomainNumber: 127, ptpUnicastMode: 'Disabled' },
  ptpMaster: { ptpProfile: 'SMPTE ST 2059-2' },
};

/** Two channels, of which people call one by a name. */
function name({ names }: DeviceDecoder): void {
  names.setProcessor('processorA', parseProcessorConfig({ config: PROCESSOR_A }));
  names.setChannel('A-HD-1', parseChannelConfig({ config: { ProgramName: { name: 'CAM 1' } } }));
}

function poll(reading: DeviceDecoder, target: TargetSeries, now: number): void {
  reading.processor('processorA', parseProcessorConfig({ config: PROCESSOR_A }), target);
  reading.ptp(parsePtpConfig({ config: PTP_SETTINGS }) ?? {}, target);
  const system = { System_Control: { Net_Mode: 'Bonded LACP' }, Global_Control: { unit_name: 'MCR-SNP-01' } };
  reading.system(parseSystemConfig({ config: JSON.stringify(system) }), target);
  const data = {
    ...{ upTime: 'up 2 weeks, 1 hour, 25 minutes', pwrOnTime: '14 days 01 hours 26 minutes 09 sec' },
    ...{ firmwareVer: '3.2.0.35', serialNum: '2118161001' },
  };
  reading.console(parseConsoleStatus({ data }), target, stillAt(now));
}

/** A session that has been connected since. */
export function sessionSince(connectedAt: number, now: number): SessionView {
  return {
    ...{ state: 'connected', isUp: true, connectedAt, connects: 2, lastMessageAt: now, lastStatusAt: now },
    disconnects: new Map([['closed', 1]]),
    messages: new Map([
      ['allStatuses', 2],
      ['statusState', 60],
      ['fmmStatus', 12],
    ]),
    ...{ receivedBytes: 3_400_000, decodeErrors: new Map([['ptp', 1]]), droppedSeries: 0 },
    polls: new Map([
      ['processor', { success: true, durationSeconds: 0.25 }],
      ['system', { success: true, durationSeconds: 0.125 }],
      ['console', { success: true, durationSeconds: 0.125 }],
    ]),
    certificateExpiresAt: now + 365 * DAY_MS,
    lastStatusDurationSeconds: 0.004,
  };
}
