import { GROUPS } from '@snp/catalogue';
import { aConnection, anAlarm, FakeSession, START } from '../testing/fakes';
import { startLiveApp, type LiveApp } from '../testing/live-app';
import { aStatus, ptpBody, systemBody } from '../testing/statuses';

let live: LiveApp;

beforeAll(async () => {
  live = await startLiveApp({
    connections: [
      aConnection({ id: 1, name: 'SNP-10', tags: { site: 'a' } }),
      aConnection({ id: 2, name: 'SNP-2' }),
      aConnection({ id: 3, name: 'SNP-3', enabled: false }),
      aConnection({ id: 4, name: 'SNP-4' }),
      aConnection({ id: 5, name: 'SNP-5', fault: 'objects_ids is not JSON' }),
    ],
  });
  connect(1);
  const refused = lose(2, 'error', 'credentials', 'device refused the password (401)');
  refused.lastMessageAt = null;
});

afterAll(() => live.close());

/** A session that delivers. */
function connect(id: number): FakeSession {
  const session = new FakeSession();
  live.sessions.byId.set(id, session);
  const status = (type: string, body: Record<string, unknown>) => {
    session.send(type, body);
    live.events.emit({ kind: 'status', connectionId: id, status: aStatus(type, body), at: START });
  };
  status('ptp', ptpBody());
  status('system', systemBody());
  status('ipWan', { ipWanStatus: { priRxRate: '8 Mbps', secRxRate: '16 Mbps', priTxRate: '80 Mbps' } });
  session.alarms = [anAlarm()];
  live.events.emit({
    kind: 'alarms',
    connectionId: id,
    active: session.alarms,
    at: START,
  });
  const personality = { personality: 'Multiviewer' };
  live.events.emit({ kind: 'poll', connectionId: id, endpoint: 'processorA', value: personality, at: START });
  live.events.emit({ kind: 'poll', connectionId: id, endpoint: 'console', value: { uptimeSeconds: 3_600 }, at: START });
  tell(id, 'connecting', 'connected', 'connected', 'receiving statuses');
  return session;
}

function lose(id: number, to: 'error' | 'disconnected', code: 'credentials' | 'silent', reason: string): FakeSession {
  const session = live.sessions.byId.get(id) ?? new FakeSession();
  Object.assign(session, { state: to, reason });
  live.sessions.byId.set(id, session);
  tell(id, 'connecting', to, code, reason);
  return session;
}

function tell(
  id: number,
  from: 'connecting' | 'connected',
  to: 'connected' | 'error' | 'disconnected',
  code: 'connected' | 'credentials' | 'silent',
  reason: string,
): void {
  const common = { connectionId: id, name: `SNP-${id}`, lastStatusAt: START, at: START };
  live.events.emit({ kind: 'state', from, to, code, reason, ...common });
}

describe('GET /api/fleet', () => {
  it('tells of every device its health, its figures and ten minutes of PTP', async () => {
    const { body } = await live.http.get('/api/fleet').expect(200);
    expect(body.generated_at).toBe('2026-02-03T20:10:00.000Z');
    expect(body.counts).toEqual({ healthy: 1, degraded: 0, failed: 2, no_data: 1, off: 1 });
    expect(body.devices.map(({ name }: { name: string }) => name)).toEqual([
      'SNP-2',
      'SNP-3',
      'SNP-4',
      'SNP-5',
      'SNP-10',
    ]);
    const [refused, disabled, waiting, faulty, healthy] = body.devices;
    expect(healthy).toMatchObject({
      id: 1,
      host: '10.0.0.1',
      tags: { site: 'a' },
      enabled: true,
      state: 'connected',
      state_reason: 'receiving statuses',
      last_message_at: '2026-02-03T20:10:00.000Z',
      health: { level: 'healthy', reason: 'ok', findings: [] },
      figures: {
        temperature_celsius: 44,
        ptp_state: 'locked',
        ptp_offset_seconds: 1.32e-7,
        ptp_delay_seconds: 1.53e-7,
        grandmaster: '08-00-11-FF-FE-23-2C-56',
        major_alarms: 0,
        minor_alarms: 2,
        active_alarms: 1,
        receivers: null,
        messages_per_second: 0,
        receive_bytes_per_second: 3_000_000,
        transmit_bytes_per_second: 10_000_000,
        firmware: '3.2.0.35',
        serial: '2118161053',
        uptime_seconds: 3_600,
        personalities: { processorA: 'Multiviewer' },
      },
      sparkline: { step_seconds: 10 },
    });
    expect(healthy.sparkline.ptp_offset_seconds).toHaveLength(60);
    expect(refused.health).toMatchObject({
      level: 'failed',
      reason: 'No data: device refused the password (401)',
      findings: [{ rule: 'session_error', tab: 'events', since: '2026-02-03T20:10:00.000Z' }],
    });
    expect(disabled).toMatchObject({
      state: 'disconnected',
      state_reason: 'disabled',
      health: { level: 'off', reason: 'Disabled' },
    });
    expect(waiting).toMatchObject({ state: 'connecting', health: { level: 'no_data', reason: 'Connecting' } });
    expect(faulty).toMatchObject({
      state: 'error',
      health: { level: 'failed', reason: 'No data: objects_ids is not JSON' },
    });
  });

  it('knows a connection as soon as it is announced, and forgets it when it is gone', async () => {
    const names = async () => {
      const { body } = await live.http.get('/api/fleet');
      return body.devices.map(({ name }: { name: string }) => name) as string[];
    };
    await live.add(aConnection({ id: 77, name: 'SNP-77' }));
    expect(await names()).toContain('SNP-77');
    live.connections.stored.pop();
    live.changes.announce({ kind: 'removed', ids: [77] });
    expect(await names()).not.toContain('SNP-77');
  });
});

describe('GET /api/connections/{id}/status', () => {
  it('decodes what the device says, in base units', async () => {
    const { body } = await live.http.get('/api/connections/1/status').expect(200);
    expect(body).toMatchObject({
      connection_id: 1,
      name: 'SNP-10',
      session: { state: 'connected', objects: 3, connects: 1, certificate_expires_at: null },
      power: { ok: true, supplies: [{ index: 1 }, { index: 2 }] },
      fans: [{ index: 1, speed_rpm: 12_024 }, { index: 2 }],
      ptp: { locked: true, clock_at: '2026-01-27T15:31:39.000Z', master_visible_secondary: true },
      receivers: null,
      identity: { serial: '2118161053', uptime_seconds: 3_600, personalities: { processorA: 'Multiviewer' } },
    });
  });

  it('reads only the sections that are asked for', async () => {
    const { body } = await live.http.get('/api/connections/1/status?sections=ptp,fans').expect(200);
    expect(body.ptp).not.toBeNull();
    expect(body.fans).not.toBeNull();
    expect(body.power).toBeNull();
  });

  it('has null in every section of a device without a session', async () => {
    const { body } = await live.http.get('/api/connections/4/status').expect(200);
    expect(body).toMatchObject({
      session: { state: 'connecting', messages: 0 },
      identity: null,
      ptp: null,
      channels: null,
    });
  });
});

describe('GET /api/connections/{id}/status/{objectType}', () => {
  it('gives the objects as they were sent', async () => {
    const response = await live.http.get('/api/connections/1/status/ptp').expect(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.body).toEqual({
      type: 'ptp',
      objects: [
        {
          element: null,
          object_id: 'ptp',
          received_at: '2026-02-03T20:10:00.000Z',
          status: { type: 'ptp', object_ID: 'ptp', ...ptpBody() },
        },
      ],
    });
  });

  it('gives none of a type that the device does not send', async () => {
    const { body } = await live.http.get('/api/connections/1/status/no%20such%2Ftype').expect(200);
    expect(body).toEqual({ type: 'no such/type', objects: [] });
  });
});

describe('GET /api/connections/{id}/objects', () => {
  it('lists what the device sends', async () => {
    const { body } = await live.http.get('/api/connections/1/objects').expect(200);
    expect(body.map(({ type }: { type: string }) => type)).toEqual(['ipWan', 'ptp', 'system']);
    expect(body[1]).toEqual({
      ...{ type: 'ptp', object_id: 'ptp', element: null, known: true, exported: true, series: 1 },
      ...{ received_at: '2026-02-03T20:10:00.000Z', age_seconds: 0 },
    });
  });
});

describe('GET /api/connections/{id}/series', () => {
  const family = {
    name: 'ic_snp_temperature_celsius',
    type: 'gauge',
    unit: 'celsius',
    group: 'system',
    labels: ['sensor'],
    help: '',
  } as const;

  it('lists the series as they are exposed', async () => {
    live.sessions.byId.get(1)?.holds('SNP "10"', [
      { family, labels: { sensor: 'main_board' }, value: 44.5 },
      { family: { ...family, name: 'ic_snp_up', unit: undefined, group: 'session', labels: [] }, labels: {}, value: 1 },
    ]);
    const { body } = await live.http.get('/api/connections/1/series').expect(200);
    expect(body).toEqual([
      {
        ...{ name: 'ic_snp_temperature_celsius', type: 'gauge', unit: 'celsius', group: 'system' },
        ...{ labels: { target: 'SNP "10"', sensor: 'main_board' }, value: 44.5 },
        text: 'ic_snp_temperature_celsius{target="SNP \\"10\\"",sensor="main_board"} 44.5',
      },
      {
        ...{ name: 'ic_snp_up', type: 'gauge', unit: null, group: 'session', labels: { target: 'SNP "10"' }, value: 1 },
        text: 'ic_snp_up{target="SNP \\"10\\""} 1',
      },
    ]);
    const found = await live.http.get('/api/connections/1/series?search=%C2%A0_up%E2%80%8B').expect(200);
    expect(found.body).toHaveLength(1);
  });

  it('is empty for a device without a session', async () => {
    expect((await live.http.get('/api/connections/4/series').expect(200)).body).toEqual([]);
  });
});

describe('GET /api/connections/{id}/events', () => {
  it('tells what happened, the newest first, and pages back', async () => {
    const { body } = await live.http.get('/api/connections/1/events').expect(200);
    expect(body).toMatchObject([
      { kind: 'state', state: 'connected', previous: 'connecting', code: 'connected' },
      { kind: 'alarm_raised', alarm_id: '55', reason: 'Power supply A is bad' },
    ]);
    const page = await live.http.get(`/api/connections/1/events?limit=5&before=${body[0].id}`).expect(200);
    expect(page.body).toEqual([body[1]]);
  });
});

describe('GET /api/connections/{id}/history', () => {
  it('has an hour of every figure, ten seconds apart', async () => {
    const { body } = await live.http.get('/api/connections/2/history').expect(200);
    expect(body).toMatchObject({ from: '2026-02-03T19:10:10.000Z', step_seconds: 10 });
    expect(Object.keys(body.series)).toHaveLength(9);
    for (const values of Object.values(body.series)) expect(values).toEqual(Array(360).fill(null));
  });
});

describe('GET /api/alarms', () => {
  const raised = {
    ...{ connection_id: 1, connection_name: 'SNP-10', alarm_id: '55', object_id: 'system' },
    ...{ location: 'System Power Supply', reason: 'Power supply A is bad' },
    ...{ raised_at: '2026-02-03T20:09:00.000Z', first_seen_at: '2026-02-03T20:10:00.000Z' },
  };

  it('lists what all devices have raised', async () => {
    expect((await live.http.get('/api/alarms').expect(200)).body).toEqual([raised]);
  });

  it.each([
    ['?search=POWER%20snp-10', 1],
    ['?search=%C2%A0power%E2%80%8B', 1],
    ['?search=power%20fan', 0],
    ['?connection_id=1', 1],
    ['?connection_id=2', 0],
  ])('finds those that are asked for: %s', async (query, count) => {
    expect((await live.http.get(`/api/alarms${query}`).expect(200)).body).toHaveLength(count);
  });
});

describe('GET /api/about', () => {
  it('tells how the exporter is', async () => {
    const { body } = await live.http.get('/api/about').set('Host', 'exporter.example:8080').expect(200);
    expect(body).toMatchObject({
      version: '1.2.3',
      node: process.version,
      database: { path: expect.stringMatching(/connections\.db$/), journal_mode: 'wal', journal_ok: true },
      sessions: { connecting: 1, connected: 1, disconnected: 0, error: 2 },
      series: 2,
      streams: { clients: 0, limit: 200 },
      scrape: {
        metrics_url: 'http://exporter.example:8000/metrics',
        sd_url: 'http://exporter.example:8000/sd',
        probe_url: 'http://exporter.example:8000/probe',
      },
    });
    expect(body.database.size_bytes).toBeGreaterThan(4_096);
    expect(body.memory.rss_bytes).toBeGreaterThan(body.memory.heap_used_bytes);
    expect(body.event_loop_lag_seconds.max).toBeGreaterThanOrEqual(0);
    expect(body.health_rules).toContainEqual({
      ...{ rule: 'ptp_unlocked', level: 'failed', when: 'PTP has not been locked for more than 10 s' },
    });
  });

  it('repeats no odd host', async () => {
    const { body } = await live.http.get('/api/about').set('Host', '<script>').expect(200);
    expect(body.scrape.metrics_url).toBe('http://localhost:8000/metrics');
  });
});

describe('GET /api/catalogue', () => {
  it('lists every metric with its source', async () => {
    const { body } = await live.http.get('/api/catalogue').expect(200);
    expect(body.length).toBeGreaterThan(100);
    expect(new Set(body.map(({ group }: { group: string }) => group))).toEqual(
      new Set(GROUPS.filter((name) => name !== 'exporter')),
    );
    expect(body[0]).toEqual({
      ...{ name: expect.stringMatching(/^ic_snp_/), type: expect.any(String), unit: null, group: 'legacy' },
      ...{ labels: expect.any(Array), help: expect.any(String), source: expect.any(String) },
    });
  });
});

const PATHS = ['status', 'status/ptp', 'objects', 'series', 'events', 'history'];

describe('a request that cannot be met', () => {
  it.each(PATHS)('is told that there is no such connection: %s', async (path) => {
    const { body, headers } = await live.http.get(`/api/connections/99/${path}`).expect(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: 'urn:snp-exporter:problem:not-found', status: 404 });
  });

  it.each(PATHS.flatMap((path) => ['0', '-1', 'abc', '1e3', '9'.repeat(10_000)].map((id) => [path, id])))(
    'is told that this can be no connection: %s of %.10s',
    async (path, id) => {
      const { body } = await live.http.get(`/api/connections/${id}/${path}`);
      expect([400, 404]).toContain(body.status);
    },
  );

  it.each([
    ['/api/connections/1/events?limit=0', '/limit'],
    ['/api/connections/1/events?limit=501', '/limit'],
    ['/api/connections/1/events?limit=ten', '/limit'],
    ['/api/connections/1/events?limit=1&limit=2', '/limit'],
    ['/api/connections/1/events?before=-1', '/before'],
    ['/api/connections/1/status?sections=ptp,nonsense', '/sections'],
    ['/api/connections/1/status?sections=', '/sections'],
    [`/api/connections/1/series?search=${'x'.repeat(300)}`, '/search'],
    ['/api/alarms?search=a&search=b', '/search'],
    ['/api/alarms?connection_id=x', '/connection_id'],
  ])('is told which parameter is wrong: %.60s', async (path, pointer) => {
    const { body } = await live.http.get(path).expect(422);
    expect(body.errors).toEqual([{ pointer, message: expect.any(String) }]);
  });

  it.each(['/api/connections/1/status?now=1', '/api/connections/1/events?limit=1&now=1', '/api/alarms?now=1'])(
    'may send parameters that mean nothing here: %s',
    (path) => live.http.get(path).expect(200),
  );
});

describe('a session that is lost', () => {
  it('takes the values and alarms with it, but not what happened', async () => {
    const session = connect(4);
    session.lastMessageAt = START - 3_000;
    live.events.emit({ kind: 'lost', connectionId: 4, at: START });
    session.alarms = [];
    lose(4, 'disconnected', 'silent', 'no message for 11 s');
    const { body } = await live.http.get('/api/fleet');
    expect(body.devices.find(({ id }: { id: number }) => id === 4)).toMatchObject({
      health: { level: 'no_data', reason: 'No data: no message for 11 s', since: '2026-02-03T20:09:57.000Z' },
      figures: { temperature_celsius: null, ptp_state: null, active_alarms: 0, firmware: null, personalities: {} },
    });
    expect((await live.http.get('/api/alarms?connection_id=4')).body).toEqual([]);
    expect((await live.http.get('/api/connections/4/events?limit=1')).body).toMatchObject([{ code: 'silent' }]);
  });
});
