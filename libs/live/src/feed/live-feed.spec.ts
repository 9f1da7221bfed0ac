import type { SessionEvent } from '@snp/collector';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { LiveFleet } from '../fleet/live-fleet';
import { JournalService } from '../journal/journal.service';
import { SummaryPublisher } from '../stream/summary-publisher';
import { aConnection, anAlarm, FakeSession } from '../testing/fakes';
import { Listener, until } from '../testing/listener';
import { startLiveApp, temporaryFolder, type LiveApp } from '../testing/live-app';
import { aStatus, ptpBody } from '../testing/statuses';

let live: LiveApp;
let listener: Listener;
let folder: string;

async function start(): Promise<void> {
  live = await startLiveApp({ folder, connections: [aConnection(), aConnection({ id: 2 })] });
  live.sessions.byId.set(1, new FakeSession());
  listener = await Listener.open(live.url);
}

async function stop(): Promise<void> {
  listener.close();
  await live.close();
}

beforeEach(async () => {
  folder = temporaryFolder();
  await start();
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

type StateEvent = Extract<SessionEvent, { kind: 'state' }>;

function tellState(to: StateEvent['to'], code: StateEvent['code'], from: StateEvent['from'] = 'connected'): void {
  const session = live.sessions.byId.get(1) as FakeSession;
  Object.assign(session, { state: to, reason: `because of ${code}` });
  live.events.emit({
    kind: 'state',
    connectionId: 1,
    name: 'SNP-1',
    from,
    to,
    code,
    reason: session.reason,
    lastStatusAt: session.lastStatusAt,
    at: live.clock.monotonic(),
  });
}

function tellAlarms(...active: ReturnType<typeof anAlarm>[]): void {
  live.events.emit({ kind: 'alarms', connectionId: 1, active, at: live.clock.monotonic() });
}

function tellPtp(offset: string): void {
  const status = aStatus('ptp', ptpBody({ ptpMasterOffset: offset }));
  live.events.emit({ kind: 'status', connectionId: 1, status, at: live.clock.monotonic() });
}

const journalOf = async (id: number) => live.app.get(JournalService).newest(id, 500);

describe('what happens to connections', () => {
  it('is told when it has happened', async () => {
    await live.add(aConnection({ id: 3 }));
    live.changes.announce({ kind: 'changed', ids: [1, 2] });
    await until(() => listener.named('connection').length === 3);
    expect(listener.named('connection').map(({ data }) => data)).toEqual([
      { kind: 'added', id: 3 },
      { kind: 'changed', id: 1 },
      { kind: 'changed', id: 2 },
    ]);
  });

  it('is told as "re-read everything" when it is a lot', async () => {
    live.changes.announce({ kind: 'added', ids: Array.from({ length: 201 }, (_, place) => 100 + place) });
    await until(() => listener.named('reset').length === 1);
    expect(listener.named('connection')).toEqual([]);
  });
});

describe('what happens to sessions', () => {
  it('is told and journaled', async () => {
    tellState('disconnected', 'silent');
    await until(() => listener.named('state').length === 1);
    expect(listener.named('state')[0]?.data).toEqual({
      ...{ id: 1, name: 'SNP-1', from: 'connected', to: 'disconnected', reason: 'because of silent' },
      at: '2026-02-03T20:10:00.000Z',
    });
    expect(await journalOf(1)).toMatchObject([{ state: 'disconnected', previous: 'connected', code: 'silent' }]);
  });

  it('is told once, however often a dead device is tried in vain for reasons that take turns', async () => {
    tellState('disconnected', 'silent');
    for (let round = 0; round < 20; round++) {
      tellState('disconnected', 'unreachable', 'disconnected');
      tellState('disconnected', 'timeout', 'disconnected');
    }
    tellState('connected', 'connected', 'disconnected');
    tellState('disconnected', 'timeout');
    expect((await journalOf(1)).map(({ code }) => code)).toEqual([
      'timeout',
      'connected',
      'timeout',
      'unreachable',
      'silent',
    ]);
  });

  it('is told each time that statuses stop and come again while the session stays', async () => {
    for (let round = 0; round < 2; round++) {
      tellState('connected', 'statuses_stopped');
      tellState('connected', 'connected');
    }
    expect((await journalOf(1)).map(({ code }) => code)).toEqual([
      'connected',
      'statuses_stopped',
      'connected',
      'statuses_stopped',
    ]);
  });

  it('does not stop because one thing could not be shown', async () => {
    const body = Object.defineProperty({}, 'ptpStatus', { get: () => fail() });
    const fail = () => {
      throw new Error('hostile');
    };
    live.events.emit({ kind: 'status', connectionId: 1, status: aStatus('ptp', body), at: live.clock.monotonic() });
    tellState('disconnected', 'silent');
    await until(() => listener.named('state').length === 1);
  });
});

describe('an exporter that stood still', () => {
  it('takes no device for silent whose messages have come meanwhile', async () => {
    const session = live.sessions.byId.get(1) as FakeSession;
    const { health } = live.app.get(LiveFleet).device(1);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [device] = (await once(server, 'connection')) as [Socket];
    socket.on('data', () => (session.lastMessageAt = live.clock.monotonic()));
    await new Promise<void>((resolve) =>
      setImmediate(() => {
        device.write('a status');
        live.clock.advance(20_000);
        for (const end = performance.now() + 1_100; performance.now() < end;);
        setTimeout(resolve, 10);
      }),
    );
    expect(session.lastMessageAt).toBe(live.clock.monotonic());
    expect(live.app.get(LiveFleet).device(1).health).toBe(health);
    socket.destroy();
    server.close();
  });
});

describe('alarms', () => {
  it('are told and journaled when they are raised and cleared', async () => {
    tellAlarms(anAlarm());
    live.clock.advance(5_000);
    tellAlarms();
    await until(() => listener.named('alarm').length === 2);
    const alarm = {
      ...{ connection_id: 1, connection_name: 'SNP-1', alarm_id: '55', object_id: 'system' },
      ...{ location: 'System Power Supply', reason: 'Power supply A is bad' },
      ...{ raised_at: '2026-02-03T20:09:00.000Z', first_seen_at: '2026-02-03T20:10:00.000Z' },
    };
    expect(listener.named('alarm').map(({ data }) => data)).toEqual([
      { kind: 'raised', at: '2026-02-03T20:10:00.000Z', ...alarm },
      { kind: 'cleared', at: '2026-02-03T20:10:05.000Z', ...alarm },
    ]);
    expect((await journalOf(1)).map(({ kind }) => kind)).toEqual(['alarm_cleared', 'alarm_raised']);
  });

  it('do not flood the listeners when a broken device raises all that it can', async () => {
    tellAlarms(...Array.from({ length: 2_000 }, (_, number) => anAlarm({ id: String(number) })));
    tellState('disconnected', 'silent');
    await until(() => listener.named('state').length === 1);
    expect(listener.named('alarm')).toHaveLength(100);
    expect(await journalOf(1)).toHaveLength(500);
  });

  it('are not raised again by a reconnection or a restart; what cleared meanwhile is told', async () => {
    const fan = anAlarm({ id: '7', reason: 'Fan stalled' });
    tellAlarms(anAlarm(), fan);
    live.events.emit({ kind: 'lost', connectionId: 1, at: live.clock.monotonic() });
    tellAlarms(anAlarm(), fan);
    await stop();
    await start();
    live.clock.advance(60_000);
    tellAlarms(anAlarm());
    expect((await journalOf(1)).map(({ kind, alarm_id }) => [kind, alarm_id])).toEqual([
      ['alarm_cleared', '7'],
      ['alarm_raised', '7'],
      ['alarm_raised', '55'],
    ]);
    (live.sessions.byId.get(1) as FakeSession).alarms = [anAlarm()];
    const { body } = await live.http.get('/api/alarms');
    expect(body).toMatchObject([{ alarm_id: '55', first_seen_at: '2026-02-03T20:10:00.000Z' }]);
  });

  it('were not first seen in the future when the clock was set back before a restart', async () => {
    live.clock.step(3_600_000);
    tellAlarms(anAlarm());
    await stop();
    await start();
    (live.sessions.byId.get(1) as FakeSession).alarms = [anAlarm()];
    const { body } = await live.http.get('/api/alarms');
    expect(body).toMatchObject([{ alarm_id: '55', first_seen_at: '2026-02-03T20:10:00.000Z' }]);
  });
});

describe('summaries of a device', () => {
  const offsets = () =>
    listener
      .named('summary')
      .map(({ data }) => data as { id: number; figures: { ptp_offset_seconds: number | null } })
      .filter(({ id }) => id === 1)
      .map(({ figures }) => figures.ptp_offset_seconds);

  it('come at most once a second, and only when something has changed', async () => {
    await until(() => listener.named('summary').length === 2);
    const publisher = live.app.get(SummaryPublisher);
    for (const offset of ['0.1 us', '0.2 us']) {
      tellPtp(offset);
      publisher.publish();
    }
    expect(offsets()).toEqual([null]);
    live.clock.advance(1_000);
    publisher.publish();
    live.clock.advance(1_000);
    tellPtp('0.2 us');
    publisher.publish();
    live.clock.advance(1_000);
    tellPtp('0.3 us');
    await until(() => offsets().length === 3);
    expect(offsets()).toEqual([null, 2e-7, 3e-7]);
    expect(listener.named('summary')[0]?.data).not.toHaveProperty('sparkline');
  });

  it('come when nothing but the age of its values has changed', async () => {
    await until(() => listener.named('summary').length === 2);
    (live.sessions.byId.get(1) as FakeSession).lastMessageAt = live.clock.monotonic() + 700;
    live.clock.advance(1_000);
    live.app.get(LiveFleet).tick();
    await until(() => listener.named('summary').length === 3);
    expect(listener.named('summary')[2]?.data).toMatchObject({
      id: 1,
      last_message_at: '2026-02-03T20:10:00.700Z',
      last_status_at: '2026-02-03T20:10:00.000Z',
    });
  });
});

describe('the history of a device', () => {
  it('goes on while the device delivers and has a gap while it does not', async () => {
    const fleet = live.app.get(LiveFleet);
    const wait = () => {
      live.clock.advance(10_000);
      (live.sessions.byId.get(1) as FakeSession).lastMessageAt = live.clock.monotonic();
      fleet.tick();
    };
    tellPtp('0.5 us');
    wait();
    wait();
    live.events.emit({ kind: 'lost', connectionId: 1, at: live.clock.monotonic() });
    wait();
    tellPtp('0.7 us');
    wait();
    const { body } = await live.http.get('/api/connections/1/history');
    expect(body.series.ptp_offset_seconds.slice(-4)).toEqual([5e-7, 5e-7, null, 7e-7]);
    const { body: fleetNow } = await live.http.get('/api/fleet');
    expect(fleetNow.devices[0].sparkline.ptp_offset_seconds.slice(-4)).toEqual([5e-7, 5e-7, null, 7e-7]);
  });
});
