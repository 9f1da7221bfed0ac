import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SeriesStore, type Family } from '@snp/exposition';
import { execFileSync, spawnSync } from 'node:child_process';
import { connect, type AddressInfo } from 'node:net';
import { register } from 'prom-client';
import request from 'supertest';
import type { MetricsOptions, ScrapeTarget } from './metrics-options';
import { MetricsModule } from './metrics.module';

const FAMILIES: readonly Family[] = [
  { name: 'ic_snp_ptp_locked', type: 'gauge', help: 'Locked.', labels: [], group: 'ptp' },
  { name: 'ic_snp_network_receive_packets_total', type: 'counter', help: 'Packets.', labels: [], group: 'network' },
];
const GROUPS = ['ptp', 'network', 'exporter'];
const TARGETS: readonly ScrapeTarget[] = [
  { name: 'MCR 1', enabled: true, tags: { site: 'north', 'rack-unit': '7' } },
  { name: 'spare', enabled: false, tags: {} },
];
const OPENMETRICS = 'application/openmetrics-text; version=1.0.0,text/plain;q=0.5';

function storeOf(...names: string[]): SeriesStore {
  const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 100 });
  for (const name of names) {
    store.addTarget(name).write('ptp/ptp', (sink) => {
      sink.sample(0, '', 1);
      sink.sample(1, '', 12);
    });
  }
  return store;
}

describe('the metrics port', () => {
  let app: INestApplication;
  let reloads: number;

  async function start(changes: Partial<MetricsOptions> = {}): Promise<string> {
    const options: MetricsOptions = {
      version: '1.2.3',
      store: storeOf('MCR 1'),
      groups: GROUPS,
      enabledGroups: new Set(GROUPS),
      facts: {
        sessionsByState: () => ({ connected: 1, error: 0 }),
        isDatabaseUsable: () => true,
        lastReconciledAt: () => 1_770_000_000_000,
      },
      targets: () => Promise.resolve(TARGETS),
      reload: () => (reloads += 1),
      isReady: () => true,
      ...changes,
    };
    const module = await Test.createTestingModule({ imports: [MetricsModule.forRoot(options)] }).compile();
    app = module.createNestApplication({ logger: false });
    await app.listen(0, '127.0.0.1');
    return app.getUrl();
  }

  beforeEach(() => (reloads = 0));
  afterEach(async () => {
    await app.close();
    // prom-client has one registry for the whole process.
    register.clear();
  });

  it.each(['/metrics', '/metrics/'])('answers %s directly with every device and the exporter itself', async (path) => {
    const { status, headers, text } = await request(await start()).get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('ic_snp_ptp_locked{target="MCR 1"} 1\n');
    expect(text).toContain('ic_snp_exporter_build_info{version="1.2.3"');
    expect(text).toContain('ic_snp_exporter_sessions{state="connected"} 1\n');
    expect(text).toContain('process_cpu_seconds_total ');
  });

  it.each(['/probe?target=MCR%201', '/metrics?target=MCR%201'])(
    'answers %s without the exporter’s own metrics',
    async (path) => {
      const { text } = await request(await start({ store: storeOf('MCR 1', 'MCR 2') })).get(path);
      expect(text).toContain('target="MCR 1"');
      expect(text).not.toMatch(/MCR 2|exporter|process/);
    },
  );

  it.each([
    ['/probe?target=nobody', 404, 'There is no connection "nobody".\n'],
    ['/metrics?target=spare', 404, 'The connection "spare" is disabled.\n'],
    ['/probe', 400, 'The parameter target names the connection to scrape.\n'],
    ['/metrics?target=', 400, 'The parameter target is empty.\n'],
    ['/metrics?collect[]=fans', 400, 'There is no group "fans". Known groups: ptp, network, exporter.\n'],
    ['/metrics?exclude[]=ptp&exclude[]=x', 400, 'There is no group "x". Known groups: ptp, network, exporter.\n'],
    ['/nowhere', 404, 'Cannot GET /nowhere\n'],
  ])('refuses %s with %d and says why', async (path, status, text) => {
    const answer = await request(await start()).get(path);
    expect([answer.status, answer.text]).toEqual([status, text]);
    expect(answer.headers['content-type']).toContain('text/plain');
  });

  it('narrows a scrape to groups', async () => {
    const url = await start();
    const collected = (await request(url).get('/metrics?collect[]=ptp')).text;
    expect(collected).toMatch(/^# HELP ic_snp_ptp_locked Locked\.\n# TYPE ic_snp_ptp_locked gauge\n[^\n]+\n$/);
    const rest = (await request(url).get('/metrics?exclude[]=ptp&exclude[]=exporter')).text;
    expect(rest.match(/^[a-z]\w+/gm)).toEqual(['ic_snp_network_receive_packets_total']);
  });

  it('leaves the exporter’s own metrics out where their group is switched off', async () => {
    const { text } = await request(await start({ enabledGroups: new Set(['ptp', 'network']) })).get('/metrics');
    expect(text).not.toContain('process_');
  });

  it('speaks OpenMetrics to whoever prefers it, with one end mark', async () => {
    const url = await start();
    const { headers, text } = await request(url).get('/metrics').set('Accept', OPENMETRICS);
    expect(headers['content-type']).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(text).toContain('# TYPE ic_snp_network_receive_packets counter\n');
    expect(text).toContain('# TYPE process_cpu_seconds counter\n');
    expect(text.match(/# EOF\n/g)).toHaveLength(1);
    expect(text.endsWith('# EOF\n')).toBe(true);
    expect((await request(url).get('/metrics')).text).toContain('process_cpu_seconds_total ');
  });

  it.each([
    [
      'a Prometheus of today',
      'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
    ],
    [
      'a Prometheus of yesterday',
      'application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
    ],
  ])('understands %s', async (_who, accept) => {
    const { headers } = await request(await start())
      .get('/metrics')
      .set('Accept', accept);
    expect(headers['content-type']).toContain('application/openmetrics-text');
  });

  it('has no methods for what it does not have', async () => {
    expect((await request(await start()).post('/nowhere')).status).toBe(404);
  });

  it('compresses for whoever can read it', async () => {
    const { headers, text } = await request(await start())
      .get('/metrics')
      .set('Accept-Encoding', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
    expect(text).toContain('ic_snp_ptp_locked{target="MCR 1"} 1\n');
    expect(
      (
        await request(await app.getUrl())
          .get('/metrics')
          .set('Accept-Encoding', 'identity')
      ).headers,
    ).not.toHaveProperty('content-encoding');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, text } = await request(await start())
      .head('/metrics')
      .set('Accept-Encoding', 'identity');
    expect([status, text]).toEqual([200, undefined]);
    expect(Number(headers['content-length'])).toBeGreaterThan(100);
  });

  it.each(['/metrics', '/metrics/', '/probe', '/sd', '/'])('takes nothing but GET and HEAD on %s', async (path) => {
    const { status, headers } = await request(await start()).post(path);
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('lists every enabled device for Prometheus to discover', async () => {
    const url = await start();
    const { body, headers } = await request(url).get('/sd');
    expect(headers['content-type']).toContain('application/json');
    expect(body).toEqual([
      {
        targets: [new URL(url).host],
        labels: { __metrics_path__: '/probe', __param_target: 'MCR 1', site: 'north', rack_unit: '7' },
      },
    ]);
  });

  it('has nothing to discover where there is no device', async () => {
    expect((await request(await start({ targets: () => Promise.resolve([]) })).get('/sd')).body).toEqual([]);
  });

  it('greets people with a page of links', async () => {
    const { headers, text } = await request(await start()).get('/');
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('<a href="/metrics">');
  });

  it.each(['get', 'post'] as const)('reloads on %s', async (method) => {
    const { text, headers } = await request(await start())[method]('/-/reload');
    expect([text, reloads]).toEqual(['config reloaded', 1]);
    expect(headers['content-type']).toContain('text/plain');
  });

  it('is healthy before it is ready', async () => {
    const url = await start({ isReady: () => false });
    expect((await request(url).get('/-/healthy')).status).toBe(200);
    expect((await request(url).get('/-/ready')).status).toBe(503);
  });

  it('renders once for a hundred scrapers at the same time', async () => {
    const store = storeOf('MCR 1');
    const snapshot = jest.spyOn(store, 'snapshot');
    const url = await start({ store });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => request(url).get('/metrics?exclude[]=exporter')),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(snapshot.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('keeps the last exposition for as long as nothing changes', async () => {
    const store = storeOf('MCR 1');
    const snapshot = jest.spyOn(store, 'snapshot');
    const url = await start({ store });
    const scrape = () => request(url).get('/metrics?collect[]=ptp');
    await scrape();
    await scrape();
    expect(snapshot).toHaveBeenCalledTimes(1);
    store.target('MCR 1')?.write('ptp/ptp', (sink) => sink.sample(0, '', 0));
    expect((await scrape()).text).toContain('ic_snp_ptp_locked{target="MCR 1"} 0\n');
  });

  it('gives up a scrape that would be too late', async () => {
    const store = storeOf('MCR 1');
    jest
      .spyOn(store, 'snapshot')
      .mockReturnValue({ body: slowPieces } as unknown as ReturnType<SeriesStore['snapshot']>);
    const { status, text } = await request(await start({ store }))
      .get('/metrics')
      .set('X-Prometheus-Scrape-Timeout-Seconds', '0.05');
    expect([status, text]).toEqual([503, 'The scrape took longer than its time-out of 0.05 s.\n']);
  });

  it('lets nobody wait for a scraper that does not read', async () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `device ${at} with a name of some length`);
    const url = await start({ store: storeOf(...names) });
    const idle = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1').pause();
    idle.write('GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20));
    for (let at = 0; at < 5; at += 1) expect((await request(url).get('/metrics')).status).toBe(200);
    idle.destroy();
  });

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
  (hasPromtool ? it : it.skip)('leaves promtool without a word about the exporter’s own metrics', async () => {
    const { text } = await request(await start()).get('/metrics?collect[]=exporter');
    expect(execFileSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })).toBe('');
  });
});

/** A rendering of 300 ms in pieces of 15 ms. */
function* slowPieces(): Generator<string> {
  for (let piece = 0; piece < 20; piece += 1) {
    for (const end = performance.now() + 15; performance.now() < end;);
    yield `# piece ${piece}\n`;
  }
}
