import type { JsonObject } from '@snp/protocol';
import { DeviceReadings } from '../readings/device-readings';
import { anAlarm, START } from '../testing/fakes';
import {
  anFpga,
  aStatus,
  aVideoReceiver,
  powerSupplies,
  ptpBody,
  systemBody,
  videoReceivers,
} from '../testing/statuses';
import { HealthTracker, type Health } from './health-tracker';
import type { Subject } from './subject';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** One device that is connected and well, with a clock of its own. */
class Patient {
  readonly readings = new DeviceReadings();
  readonly tracker = new HealthTracker(START);
  now = START;
  circumstances: Partial<Subject> = {};

  constructor() {
    this.sends('system', systemBody());
    this.sends('ptp', ptpBody());
    this.sends('ipVidRx', videoReceivers(aVideoReceiver(4)));
  }

  sends(type: string, body: JsonObject): this {
    this.readings.read(aStatus(type, body), this.now);
    return this;
  }

  is(circumstances: Partial<Subject>): this {
    this.circumstances = circumstances;
    return this;
  }

  after(ms: number): Health {
    this.now += ms;
    return this.judge();
  }

  judge(): Health {
    return this.tracker.judge({
      now: this.now,
      date: this.now,
      isEnabled: true,
      state: 'connected',
      stateCode: 'connected',
      stateReason: 'receiving statuses',
      stateSince: START,
      lastMessageAt: this.now,
      lastStatusAt: this.now,
      failure: null,
      certificateExpiresAt: START + 400 * DAY,
      readings: this.readings,
      alarms: [],
      commonGrandmaster: '08-00-11-FF-FE-23-2C-56',
      ...this.circumstances,
    });
  }
}

describe('a device that is well', () => {
  it('is healthy from the first look on', () => {
    expect(new Patient().judge()).toEqual({
      level: 'healthy',
      reason: 'ok',
      since: START,
      previous: null,
      findings: [],
    });
  });
});

const system = (different: JsonObject) => (patient: Patient) => patient.sends('system', systemBody(different));
const supplies = (different: JsonObject) => system({ Power_Supply_Stats: powerSupplies(different) });
const receivers =
  (...rows: JsonObject[]) =>
  (patient: Patient) =>
    patient.sends('ipVidRx', videoReceivers(...rows));
const bare = { VidRxSeamlessStatus: 'Not Present' };

/** Senders that are off, video and proxy. */
const senders =
  (video: number[], proxy: number[] = []) =>
  (patient: Patient) => {
    const priTxMacAddr = '01:00:5e:2f:64:0b';
    patient.sends('ipVidTx', {
      ipVidTxStatus: video.map((idx) => ({ idx, priTxMacAddr, TxChBandwidth: 'Disabled' })),
      ipVidTxProxyStatus: proxy.map((idx) => ({
        idx,
        priTxProxyMacAddr: priTxMacAddr,
        TxProxyChBandwidth: 'Disabled',
      })),
    });
  };
const registration = (registrationServer: string, registrationServerConnected: string) => (patient: Patient) =>
  patient.sends('ipWan', { ipWanStatus: { registrationServer, registrationServerConnected } });
const STALLED = { stateCode: 'statuses_stopped', stateReason: 'no status for 45 s; heartbeats arrive' } as const;

type Case = [reason: string, level: string, rule: string, happens: (patient: Patient) => unknown];

const AT_ONCE: Case[] = [
  ['Disabled', 'off', 'disabled', (patient) => patient.is({ isEnabled: false })],
  [
    'No data: device refused the password (401)',
    'failed',
    'session_error',
    (patient) => patient.is({ state: 'error', stateReason: 'device refused the password (401)' }),
  ],
  [
    'No data: no message for 11 s',
    'no_data',
    'no_data',
    (patient) => patient.is({ state: 'disconnected', stateReason: 'no message for 11 s' }),
  ],
  ['No data', 'no_data', 'no_data', (patient) => patient.is({ state: 'disconnected', stateReason: '' })],
  [
    'No data: no message for 10 s',
    'no_data',
    'no_data',
    (patient) => patient.is({ lastMessageAt: START - 10 * SECOND }),
  ],
  [
    'No status for 45 s; heartbeats arrive',
    'degraded',
    'statuses_stopped',
    (patient) => patient.is({ ...STALLED, lastStatusAt: START - 45 * SECOND }),
  ],
  ['Connecting', 'no_data', 'connecting', (patient) => patient.is({ state: 'connecting', stateReason: 'logging in' })],
  ['Power supply 2 off', 'failed', 'power_supply', supplies({ PS_EN_2: false, PS_Status: 'Fault' })],
  ['Power supplies 1 and 2 off', 'failed', 'power_supply', supplies({ PS_EN_1: false, PS_EN_2: false })],
  ['Power supply 1 missing', 'failed', 'power_supply', supplies({ PS_Present_1: false, PS_Status: 'Fault' })],
  ['Power supply: Over current', 'failed', 'power_supply', supplies({ PS_Status: 'Over current' })],
  [
    'FPGA 2 configuration alarm',
    'failed',
    'fpga_configuration',
    system({ FPGA_HW_Stats: [anFpga(1), anFpga(2, { Configuration_Alarm: true })] }),
  ],
  ['1 major alarm', 'failed', 'major_alarms', system({ Alarm_Stats: { majorInstances: 1 } })],
  [
    'Major alarm: Power supply A is bad',
    'failed',
    'major_alarms',
    (patient) => system({ Alarm_Stats: { majorInstances: 1, minorInstances: 0 } })(patient).is({ alarms: [anAlarm()] }),
  ],
  [
    '1 major alarm',
    'failed',
    'major_alarms',
    (patient) => system({ Alarm_Stats: { majorInstances: 1, minorInstances: 1 } })(patient).is({ alarms: [anAlarm()] }),
  ],
  ['2 major alarms', 'failed', 'major_alarms', system({ Alarm_Stats: { majorInstances: '2' } })],
  ['Receiver 4 not protected', 'degraded', 'receiver_unprotected', receivers(aVideoReceiver(4, bare))],
  [
    'Receivers 4, 5, 6 and 2 more not protected',
    'degraded',
    'receiver_unprotected',
    receivers(...[8, 6, 5, 4, 7].map((idx) => aVideoReceiver(idx, bare))),
  ],
  [
    'Receiver 4: secondary leg lost',
    'degraded',
    'receiver_leg_lost',
    receivers(aVideoReceiver(4, { VidRxSeamlessStatus: 'Primary Only' })),
  ],
  [
    'Receivers 4 and 7: primary leg lost',
    'degraded',
    'receiver_leg_lost',
    receivers(...[7, 4].map((idx) => aVideoReceiver(idx, { VidRxSeamlessStatus: 'Secondary Only' }))),
  ],
  [
    'Receivers 4 and 7: one leg lost',
    'degraded',
    'receiver_leg_lost',
    receivers(
      aVideoReceiver(4, { VidRxSeamlessStatus: 'Secondary Only' }),
      aVideoReceiver(7, { VidRxSeamlessStatus: 'Primary Only' }),
    ),
  ],
  ['Sender 18 switched off: bandwidth', 'degraded', 'sender_bandwidth', senders([18])],
  ['Senders 18 and 20 switched off: bandwidth', 'degraded', 'sender_bandwidth', senders([20, 18])],
  ['Proxy sender 3 switched off: bandwidth', 'degraded', 'sender_bandwidth', senders([], [3])],
  ['2 senders switched off: bandwidth', 'degraded', 'sender_bandwidth', senders([18], [3])],
  ['Registration lost', 'degraded', 'registration', registration('10.9.1.20:80', '')],
  [
    'PTP offset above 1 µs',
    'degraded',
    'ptp_offset',
    (patient) => patient.sends('ptp', ptpBody({ ptpMasterOffset: '1.001 us' })),
  ],
  [
    'PTP offset above 1 µs',
    'degraded',
    'ptp_offset',
    (patient) => patient.sends('ptp', ptpBody({ ptpMasterOffset: '-812 us' })),
  ],
  [
    'Different grandmaster',
    'degraded',
    'grandmaster',
    (patient) => patient.is({ commonGrandmaster: '00-00-00-FF-FE-00-00-01' }),
  ],
  ['FCS errors on secondary', 'degraded', 'fcs_errors', system({ FCS_Stats: { secFCSerrorsExceeded: true } })],
  [
    'FCS errors on primary and secondary',
    'degraded',
    'fcs_errors',
    system({ FCS_Stats: { priFCSerrorsExceeded: true, secFCSerrorsExceeded: true } }),
  ],
  [
    'FPGA 1 over temperature (62 °C)',
    'degraded',
    'temperature',
    system({ FPGA_HW_Stats: [anFpga(1, { Temp_Alarm: true })] }),
  ],
  [
    'FPGAs 1 and 2 over temperature (101 °C)',
    'degraded',
    'temperature',
    system({ FPGA_HW_Stats: [anFpga(1, { Temp_Alarm: true, Temp: '101.2 °C' }), anFpga(2, { Temp_Alarm: true })] }),
  ],
  ['QSFP 2 over temperature', 'degraded', 'temperature', system({ QSFP_Stats: [{ idx: 2, Temp_Alarm: true }] })],
  ['Fan 2 failed', 'degraded', 'fan', system({ Front_Fan_Stats: [{ idx: 2, Status: 'Stalled' }] })],
  [
    'Fan 3 failed (0 rpm)',
    'degraded',
    'fan',
    system({ Front_Fan_Stats: [{ idx: 3, Status: 'Stalled', RotationalSpeed: '0 RPM' }] }),
  ],
  ['FPGA fan 1 failed', 'degraded', 'fan', system({ FPGA_HW_Stats: [anFpga(1, { Fan_Alarm: true })] })],
  ['Power supply fan 1 failed', 'degraded', 'fan', supplies({ PS_Fan_Status_1: false })],
  ['Power supply fan alarm', 'degraded', 'fan', supplies({ PS_Fan_Alarm: true })],
  ['Reboot required', 'degraded', 'reboot', system({ General: { rebootRequired: true } })],
  [
    'Certificate expires on 2026-02-17',
    'degraded',
    'certificate',
    (patient) => patient.is({ certificateExpiresAt: START + 14 * DAY - 1 }),
  ],
  [
    'Certificate expired on 2026-02-02',
    'degraded',
    'certificate',
    (patient) => patient.is({ certificateExpiresAt: START - DAY }),
  ],
];

describe('what is wrong with a device', () => {
  it.each(AT_ONCE)('is told at once: %s (%s)', (reason, level, rule, happens) => {
    const patient = new Patient();
    patient.judge();
    patient.now += SECOND;
    happens(patient);
    const health = patient.judge();
    expect(health).toMatchObject({ level, reason, previous: 'healthy' });
    expect(health.findings).toEqual([expect.objectContaining({ rule, level, reason })]);
  });
});

const FINE: [what: string, happens: (patient: Patient) => unknown][] = [
  [
    'a receiver that is protected by a loop',
    receivers(aVideoReceiver(4, { VidRxSeamlessStatus: 'Present (Loopback)' })),
  ],
  ['a receiver with one source only', receivers(aVideoReceiver(4, { ...bare, VidRxSecIPsourceRO: '0.0.0.0' }))],
  [
    'a receiver of one leg that has one source only',
    receivers(aVideoReceiver(4, { VidRxSeamlessStatus: 'Primary Only', VidRxSecIPsourceRO: '0.0.0.0' })),
  ],
  [
    'packets that are missing at a switch',
    receivers(aVideoReceiver(4, { VidRxMissingPktCnt: '99', VidRxSwitchCount: '3' })),
  ],
  ['a device that is connected to a registration server', registration('10.9.1.20:80', '10.9.1.20:80')],
  ['a device that has found no registration server', registration('', '')],
  [
    'a sender without a destination that is not in use',
    (patient) => patient.sends('ipVidTx', { ipVidTxStatus: [{ idx: 3, TxChBandwidth: 'Disabled' }] }),
  ],
  [
    'a receiver without a source',
    receivers({ ...bare, VidRxPriIPsourceRO: '0.0.0.0', VidRxSecIPsourceRO: '0.0.0.0', idx: 1 }),
  ],
  [
    'a chassis with one supply that the device calls well',
    supplies({ PS_Present_2: false, PS_EN_2: false, PS_Fan_Status_2: false }),
  ],
  ['an offset of exactly 1 µs', (patient) => patient.sends('ptp', ptpBody({ ptpMasterOffset: '1.000 us' }))],
  ['a fleet without a common grandmaster', (patient) => patient.is({ commonGrandmaster: null })],
  [
    'a certificate for another 14 days and a second',
    (patient) => patient.is({ certificateExpiresAt: START + 14 * DAY + SECOND }),
  ],
  ['a certificate that was never seen', (patient) => patient.is({ certificateExpiresAt: null })],
  [
    'a last status an hour ago, which a device with slow objects is alive with',
    (patient) => patient.is({ lastStatusAt: START - 3_600_000 }),
  ],
  ['a last message 9.9 s ago', (patient) => patient.is({ lastMessageAt: START - 9_900 })],
  [
    'a device that says nothing of its state',
    (patient) => patient.sends('ptp', {}).sends('system', {}).sends('ipVidRx', {}),
  ],
  [
    'words for nothing in every field',
    (patient) =>
      patient
        .sends('ptp', ptpBody({ ptpCtlrState: 'N/A', ptpMasterOffset: 'N/A', ptpMasterUUID: 'Unknown' }))
        .sends(
          'system',
          systemBody({ Power_Supply_Stats: { PS_Status: 'N/A' }, Alarm_Stats: { majorInstances: 'N/A' } }),
        ),
  ],
];

describe('no fault at all', () => {
  it.each(FINE)('is %s', (_what, happens) => {
    const patient = new Patient();
    happens(patient);
    expect(patient.judge()).toMatchObject({ level: 'healthy', reason: 'ok' });
  });
});

describe('PTP that is not locked', () => {
  const unlocked = ptpBody({ ptpCtlrState: 'Unlocked-Free Run' });

  it('counts after more than 10 s, and then since it began', () => {
    const patient = new Patient();
    patient.judge();
    patient.now += SECOND;
    patient.sends('ptp', unlocked);
    const began = patient.now;
    expect(patient.judge().level).toBe('healthy');
    expect(patient.after(10 * SECOND).level).toBe('healthy');
    expect(patient.after(1)).toMatchObject({
      level: 'failed',
      reason: 'PTP unlocked',
      since: began,
      previous: 'healthy',
    });
  });

  it('does not count when it locks again in time', () => {
    const patient = new Patient();
    patient.sends('ptp', unlocked);
    patient.judge();
    patient.after(9 * SECOND);
    patient.sends('ptp', ptpBody());
    patient.judge();
    patient.sends('ptp', unlocked);
    expect(patient.after(9 * SECOND).level).toBe('healthy');
  });

  it.each([
    ['Holdover', 'PTP in holdover'],
    ['Acquiring', 'PTP acquiring'],
    ['Something new', 'PTP not locked'],
  ])('says what it does instead: %s', (state, reason) => {
    const patient = new Patient();
    patient.sends('ptp', ptpBody({ ptpCtlrState: state }));
    patient.judge();
    expect(patient.after(11 * SECOND).reason).toBe(reason);
  });

  it('does not accuse a device of another grandmaster while it follows none', () => {
    const patient = new Patient().is({ commonGrandmaster: '00-00-00-FF-FE-00-00-01' });
    patient.sends('ptp', unlocked);
    expect(patient.judge().level).toBe('healthy');
  });
});

describe('counters that rise', () => {
  it('tells of missing packets for 10 s after the last, and 5 s more', () => {
    const patient = new Patient();
    patient.judge();
    patient.now += SECOND;
    receivers(aVideoReceiver(4, { VidRxMissingPktCnt: '7' }))(patient);
    expect(patient.judge()).toMatchObject({ level: 'degraded', reason: 'Receiver 4 missing packets' });
    expect(patient.after(10 * SECOND).level).toBe('degraded');
    patient.after(SECOND);
    expect(patient.after(4 * SECOND).level).toBe('degraded');
    expect(patient.after(SECOND).level).toBe('healthy');
  });

  it('does not take a counter that was reset for one that rises', () => {
    const patient = new Patient();
    receivers(aVideoReceiver(4, { VidRxMissingPktCnt: '0' }))(patient);
    expect(patient.judge().level).toBe('healthy');
  });

  it('tells of minor alarms that become more', () => {
    const patient = new Patient();
    system({ Alarm_Stats: { minorInstances: 3 } })(patient);
    expect(patient.judge()).toMatchObject({ level: 'degraded', reason: 'Minor alarms increased to 3' });
    patient.after(61 * SECOND);
    expect(patient.after(5 * SECOND).level).toBe('healthy');
  });

  it('is content with minor alarms that stay or become fewer', () => {
    const patient = new Patient();
    system({ Alarm_Stats: { minorInstances: 1 } })(patient);
    expect(patient.judge().level).toBe('healthy');
  });
});

describe('a device that gets better', () => {
  const broken = system({ General: { rebootRequired: true } });

  it('is better only after 5 s without a relapse', () => {
    const patient = new Patient();
    broken(patient);
    patient.judge();
    system({})(patient);
    patient.judge();
    expect(patient.after(4_999).level).toBe('degraded');
    broken(patient);
    patient.judge();
    system({})(patient);
    patient.judge();
    expect(patient.after(4_999).level).toBe('degraded');
    expect(patient.after(1)).toMatchObject({
      level: 'healthy',
      reason: 'ok',
      since: patient.now,
      previous: 'degraded',
    });
  });

  it('keeps the time at which a fault began through a short improvement', () => {
    const patient = new Patient();
    broken(patient);
    const { since } = patient.judge();
    system({})(patient);
    patient.after(3 * SECOND);
    broken(patient);
    expect(patient.after(SECOND)).toMatchObject({ reason: 'Reboot required', since });
  });

  it('shows the lesser fault when the worse one is over', () => {
    const patient = new Patient();
    system({ General: { rebootRequired: true }, Alarm_Stats: { majorInstances: 1 } })(patient);
    expect(patient.judge()).toMatchObject({
      level: 'failed',
      findings: [{ rule: 'major_alarms' }, { rule: 'reboot' }],
    });
    broken(patient);
    patient.judge();
    expect(patient.after(5 * SECOND)).toMatchObject({
      level: 'degraded',
      reason: 'Reboot required',
      previous: 'failed',
    });
  });
});

describe('a session that is lost', () => {
  const lost = { state: 'disconnected' as const, stateReason: 'device closed the session (1001)' };

  it('takes the faults of the device with it, which nobody knows any more', () => {
    const patient = new Patient();
    system({ Alarm_Stats: { majorInstances: 1 } })(patient);
    patient.judge();
    patient.is({ ...lost, lastMessageAt: START }).readings.clear();
    expect(patient.after(SECOND)).toMatchObject({
      level: 'no_data',
      reason: 'No data: device closed the session (1001)',
      since: START,
      findings: [{ rule: 'no_data' }],
    });
  });

  it('stays lost, for the same reason, while it is tried again', () => {
    const patient = new Patient().is(lost);
    patient.judge();
    const failure = { state: 'disconnected' as const, reason: lost.stateReason, at: START };
    patient.is({ state: 'connecting', stateReason: 'logging in', failure });
    expect(patient.after(20 * SECOND).reason).toBe('No data: device closed the session (1001)');
  });

  it('stays failed while a refused password is tried again', () => {
    const failure = { state: 'error' as const, reason: 'device refused the password (401)', at: START - DAY };
    const patient = new Patient().is({ state: 'connecting', stateReason: 'logging in', failure });
    expect(patient.judge()).toMatchObject({
      level: 'failed',
      reason: 'No data: device refused the password (401)',
      since: START - DAY,
    });
  });

  it('is healthy 5 s after it is back', () => {
    const patient = new Patient().is(lost);
    patient.judge();
    patient.is({});
    expect(patient.after(SECOND).level).toBe('no_data');
    expect(patient.after(5 * SECOND).level).toBe('healthy');
  });
});

describe('a new connection', () => {
  it('is healthy as soon as its first connection delivers', () => {
    const patient = new Patient().is({ state: 'connecting', stateReason: 'logging in' });
    expect(patient.judge().level).toBe('no_data');
    patient.is({});
    expect(patient.after(SECOND).level).toBe('healthy');
  });

  it('is judged by nothing but that while it is disabled, and at once when it is enabled', () => {
    const patient = new Patient().is({ isEnabled: false, state: 'error', stateReason: 'device refused the password' });
    system({ Alarm_Stats: { majorInstances: 1 } })(patient);
    expect(patient.judge()).toMatchObject({ level: 'off', findings: [{ rule: 'disabled' }] });
    patient.is({ state: 'connecting' });
    expect(patient.after(SECOND)).toMatchObject({ level: 'no_data', reason: 'Connecting', previous: 'off' });
  });
});
