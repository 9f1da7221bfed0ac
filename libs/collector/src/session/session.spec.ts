import { networkFailure } from '../failures/failures';
import { FakeBench } from '../testing/fake-bench';
import { allStatuses } from '../testing/fake-link';

const SYSTEM = { type: 'system', Board_Temperatures: { Main_Board: '44.5 °C' } };
const ALARM = { id: 55, reason: 'Power supply A is bad', location: 'Power', object_id: 'system' };

describe('a session', () => {
  let bench: FakeBench;

  const begin = (facts = {}): FakeBench => (bench = new FakeBench(facts).begin());
  const live = (...statuses: object[]): FakeBench => {
    begin().link.deliver(...statuses);
    return bench;
  };

  afterEach(() => bench.session.stop('the test is over'));

  it('is on the scrape before it is connected', () => {
    begin();
    expect([bench.value('ic_snp_up'), bench.value('ic_snp_session_connects_total')]).toEqual([0, 0]);
    expect(bench.events).toMatchObject([{ kind: 'started', name: 'SNP' }]);
  });

  it('says what it is doing while it is connecting', () => {
    begin();
    const reasons = [bench.session.reason];
    for (let step = 0; step < 6; step++) {
      bench.link.succeed();
      reasons.push(bench.session.reason);
    }
    bench.link.say({ msgType: 'permissionsMsg' });
    reasons.push(bench.session.reason);
    expect(reasons).toEqual([
      'opening a TCP connection to the REST address',
      'TLS handshake with the REST address',
      'logging in',
      'opening a TCP connection to the WebSocket address',
      'TLS handshake with the WebSocket address',
      'opening the WebSocket',
      'sending the token',
      'subscribed, waiting for the first status message',
    ]);
  });

  it('says so while it waits for other devices', () => {
    bench = new FakeBench();
    const leave = Array.from({ length: 20 }, () => bench.dependencies.gate.ask('healthy', () => undefined));
    bench.begin().link.succeed();
    expect(bench.session.reason).toBe('queued until other devices have connected');
    leave.forEach((each) => each());
    expect(bench.session.reason).toBe('TLS handshake with the REST address');
  });

  it('sends the token first, and subscribes when the device has answered it', () => {
    begin();
    for (let step = 0; step < 6; step++) bench.link.succeed();
    expect(bench.link.asked.slice(-1)).toEqual(['sendToken']);
    bench.link.say({ msgType: 'permissionMessage' });
    expect(bench.link.asked.slice(-1)).toEqual(['subscribe']);
  });

  it('is connected from the first status that can be read, not from an empty list of them', () => {
    begin();
    for (let step = 0; step < 6; step++) bench.link.succeed();
    bench.link.say({ msgType: 'permissionsMsg' });
    for (const statuses of [[], ['nonsense'], [7]]) bench.link.say({ msgType: 'allStatuses', statuses });
    expect(bench.session.state).toBe('connecting');
    bench.link.say(allStatuses(SYSTEM));
    expect([bench.session.state, bench.value('ic_snp_up')]).toEqual(['connected', 1]);
  });

  it('tells each status that differs from the one before', () => {
    live(SYSTEM);
    for (const celsius of ['44.5 °C', '45.0 °C', '45.0 °C'])
      bench.link.say(allStatuses({ type: 'system', Board_Temperatures: { Main_Board: celsius } }));
    const told = bench.events.flatMap((event) => (event.kind === 'status' ? [event.status.objectId] : []));
    expect(told).toEqual(['system', 'system']);
    expect(bench.value('ic_snp_mainboard_temperature')).toBe(45);
  });

  it('tells what each status message took, and no other', () => {
    live();
    const told: number[] = [];
    bench.dependencies.events.statusSeconds$.subscribe((seconds) => told.push(seconds));
    bench.link.say({ msgType: 'fmmStatus' });
    for (let message = 0; message < 3; message++) bench.link.say(allStatuses(SYSTEM));
    expect(told).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    bench.clock.advance(1_000);
    expect(bench.value('ic_snp_last_received_duration_seconds')).toBe(told[2]);
  });

  it('shows its state at once, and its counters within a second', () => {
    live();
    bench.clock.advance(1_000);
    const before = bench.value('ic_snp_received_count_total') ?? 0;
    for (let heartbeat = 0; heartbeat < 5; heartbeat++) bench.link.say({ msgType: 'fmmStatus' });
    bench.clock.advance(999);
    expect(bench.value('ic_snp_received_count_total')).toBe(before);
    bench.clock.advance(1);
    expect(bench.value('ic_snp_received_count_total')).toBe(before + 5);
  });

  it('lives by any message', () => {
    live();
    for (let at = 0; at < 10_000; at += 5_000) {
      bench.clock.advance(5_000);
      bench.link.say({ msgType: 'fmmStatus' });
    }
    expect(bench.session.state).toBe('connected');
    bench.clock.advance(10_999);
    expect(bench.session.state).toBe('connected');
    bench.clock.advance(1);
    expect(bench.session).toMatchObject({ state: 'disconnected', code: 'silent' });
  });

  it('loses the values of the device and keeps its own when the device is lost', () => {
    live(SYSTEM);
    bench.clock.advance(1_000);
    bench.link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address'));
    expect(bench.value('ic_snp_mainboard_temperature')).toBeUndefined();
    expect(bench.value('ic_snp_up')).toBe(0);
    expect(bench.value('ic_snp_session_last_message_timestamp_seconds')).toBe((bench.clock.now() - 1_000) / 1_000);
    expect(bench.value('ic_snp_session_connected_timestamp_seconds')).toBeUndefined();
    expect([...bench.session.objects()]).toEqual([]);
    expect(bench.events.map(({ kind }) => kind).slice(-2)).toEqual(['lost', 'state']);
  });

  it('keeps alarms that come before the first status until there are series', () => {
    begin();
    for (let step = 0; step < 6; step++) bench.link.succeed();
    bench.link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] });
    expect(bench.value('ic_snp_active_alarms')).toBeUndefined();
    bench.link.say({ msgType: 'permissionsMsg' });
    bench.link.say(allStatuses());
    expect(bench.value('ic_snp_active_alarms')).toBe(1);
    expect(bench.session.alarms).toMatchObject([{ id: '55', location: 'Power' }]);
  });

  it('forgets alarms of an attempt that came to nothing', () => {
    begin();
    for (let step = 0; step < 6; step++) bench.link.succeed();
    bench.link.say({ msgType: 'activeAlarmStatus', activeAlarms: [ALARM] });
    bench.link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address'));
    bench.clock.advance(1_000);
    bench.link.deliver();
    expect([bench.session.alarms, bench.value('ic_snp_active_alarms')]).toEqual([[], undefined]);
  });

  it('tells the complete list of alarms when it is another one, also across a loss', () => {
    live();
    const alarms = (...activeAlarms: object[]) => bench.link.say({ msgType: 'activeAlarmStatus', activeAlarms });
    alarms(ALARM);
    alarms(ALARM);
    bench.link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address'));
    bench.clock.advance(1_000);
    bench.link.deliver();
    alarms({ ...ALARM, id: 7 });
    const lists = bench.events.flatMap((event) => (event.kind === 'alarms' ? [event.active.map(({ id }) => id)] : []));
    expect(lists).toEqual([['55'], ['7']]);
  });

  it('counts what it is sent by type, unknown types together', () => {
    live();
    for (const message of [{ msgType: 'news' }, { msgType: 'more news' }, 'not JSON', { msgType: 'fmmStatus' }])
      bench.link.say(message);
    expect(Object.fromEntries(bench.session.counters.messages)).toEqual({
      ...{ permissionsMsg: 1, allStatuses: 1, fmmStatus: 1, other: 3 },
    });
  });

  it('counts why it was lost or not connected', () => {
    begin();
    bench.link.listener.failed(networkFailure({ code: 'ECONNREFUSED' }, 'REST address'));
    bench.clock.advance(500);
    bench.link.deliver();
    bench.link.listener.failed(networkFailure({ code: 'ECONNRESET' }, 'WebSocket address'));
    const { disconnects } = bench.session.counters;
    expect([disconnects.get('unreachable'), disconnects.get('closed')]).toEqual([1, 1]);
    expect(bench.value('ic_snp_session_connects_total')).toBe(1);
  });

  it('shows the certificate that expires first', () => {
    begin();
    const certificate = (validTo: number) => ({
      subject: '',
      issuer: '',
      validTo,
      fingerprint256: '',
      selfSigned: true,
    });
    bench.link.succeed();
    bench.link.listener.certified({ protocol: 'TLSv1.3', certificate: certificate(2_000) });
    for (let step = 0; step < 3; step++) bench.link.succeed();
    bench.link.listener.certified({ protocol: 'TLSv1.3', certificate: certificate(1_000) });
    bench.clock.advance(1_000);
    expect(bench.value('ic_snp_certificate_expiry_timestamp_seconds')).toBe(1);
    expect(bench.session.certificate?.validTo).toBe(1_000);
  });

  it('goes on under another name', () => {
    live(SYSTEM);
    bench.session.relabel({ ...bench.session.connection, name: 'Studio B' });
    expect(bench.store.target('SNP')).toBeUndefined();
    expect(bench.store.target('Studio B')?.seriesCount('system/system')).toBeGreaterThan(0);
    bench.link.say(allStatuses({ type: 'ptp' }));
    expect(bench.events.at(-1)).toMatchObject({ kind: 'status', connectionId: bench.session.connection.id });
  });

  it('does nothing any more once it is stopped', async () => {
    live(SYSTEM);
    await bench.session.stop('the connection was disabled');
    expect(bench.session).toMatchObject({ state: 'disconnected', reason: 'the connection was disabled' });
    const told = bench.events.length;
    bench.session.start();
    bench.clock.advance(3_600_000);
    expect([bench.events.length, bench.clock.pending, bench.links.length]).toEqual([told, 0, 1]);
  });
});
