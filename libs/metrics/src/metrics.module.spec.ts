import { EXPORTER_FAMILIES } from '@snp/catalogue';
import { execFileSync, spawnSync } from 'node:child_process';
import request from 'supertest';
import { ExporterMetrics } from './exporter/exporter-metrics';
import type { MetricsOptions } from './metrics-options';
import { fakeTimeouts } from './testing/fake-timeouts';
import { addTarget, connection, MetricsPort, storeOf } from './testing/metrics-port';

const OPENMETRICS = 'application/openmetrics-text; version=1.0.0,text/plain;q=0.5';

describe('the metrics port', () => {
  let port: MetricsPort;

  async function start(changes?: Partial<MetricsOptions>): Promise<string> {
    port = await MetricsPort.start(changes);
    return port.url;
  }

  afterEach(async () => {
    jest.useRealTimers();
    await port.stop();
  });

  it.each(['/metrics', '/metrics/', '/metrics?', '/METRICS'])(
    'answers %s directly with every device and the exporter itself',
    async (path) => {
      const { status, headers, text } = await request(await start()).get(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(text).toContain('ic_snp_ptp_locked{target="MCR 1"} 1\n');
      expect(text).toContain('ic_snp_exporter_build_info{version="1.2.3"');
      expect(text).toContain('ic_snp_exporter_sessions{state="connected"} 1\n');
      expect(text).toContain('process_cpu_seconds_total ');
    },
  );

  it.each(['/probe?target=MCR%201', '/probe/?target=MCR+1', '/metrics?target=MCR%201'])(
    'answers %s without the exporter’s own metrics',
    async (path) => {
      const { status, text } = await request(await start({ store: storeOf('MCR 1', 'MCR 2') })).get(path);
      expect(status).toBe(200);
      expect(text).toContain('target="MCR 1"');
      expect(text).not.toMatch(/MCR 2|exporter|process/);
    },
  );

  it.each([
    ['/probe?target=nobody', 404, 'There is no connection "nobody".'],
    ['/metrics?target=spare', 404, 'The connection "spare" is disabled.'],
    ['/probe?target=new', 503, 'The session of "new" is starting. Try again in a few seconds.'],
    ['/probe?target=%3Cscript%3E', 404, 'There is no connection "<script>".'],
    [`/probe?target=${'x'.repeat(5_000)}`, 404, `There is no connection "${'x'.repeat(200)}…".`],
    ['/probe', 400, 'The parameter target is required: the name of the connection to scrape.'],
    ['/metrics?target=', 400, 'The parameter target is empty.'],
    ['/metrics?target=a&target=b', 400, 'Only one target can be scraped at a time.'],
    ['/metrics?collect[]=fans', 400, 'There is no group "fans". Known groups: ptp, network, exporter.'],
    ['/metrics?exclude[]=ptp&exclude[]=x', 400, 'There is no group "x". Known groups: ptp, network, exporter.'],
    ['/nowhere', 404, 'Cannot GET /nowhere'],
    ['/metrics/MCR%201', 404, 'Cannot GET /metrics/MCR%201'],
    ['/constructor', 404, 'Cannot GET /constructor'],
  ])('refuses %s with %d and says why, in plain text', async (path, status, text) => {
    const targets = [connection('MCR 1'), connection('spare', { enabled: false }), connection('new')];
    const answer = await request(await start({ targets: () => Promise.resolve(targets) })).get(path);
    expect([answer.status, answer.text]).toEqual([status, `${text}\n`]);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('scrapes devices without the database', async () => {
    const url = await start({ targets: () => Promise.reject(new Error('database is locked')) });
    expect((await request(url).get('/probe?target=MCR%201')).status).toBe(200);
    expect((await request(url).get('/metrics')).status).toBe(200);
  });

  it.each(['a "quoted" \\ name', 'two\nlines', 'Röntgen {a="b"}', '🎥 语', '\u202eאבג', '&target=MCR 1', '%00+'])(
    'finds a device of the hostile name %j and gives the name back',
    async (name) => {
      const { status, text } = await request(await start({ store: storeOf(name, 'MCR 1') }))
        .get('/probe')
        .query({ target: name });
      expect(status).toBe(200);
      const [, escaped = ''] = /ic_snp_ptp_locked\{target="((?:[^"\\]|\\.)*)"\} 1\n/.exec(text) ?? [];
      expect(escaped.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))).toBe(name);
      expect(text).not.toContain('target="MCR 1"}');
    },
  );

  it.each([
    ['?collect[]=ptp', ['ic_snp_ptp_locked']],
    ['?collect=ptp', ['ic_snp_ptp_locked']],
    ['?collect%5B%5D=ptp&collect[]=network', ['ic_snp_ptp_locked', 'ic_snp_network_receive_packets_total']],
    ['?exclude[]=ptp&exclude[]=exporter', ['ic_snp_network_receive_packets_total']],
    ['?collect[]=ptp&exclude[]=ptp', []],
    ['?collect[]=exporter&target=MCR%201', []],
  ])('narrows a scrape to groups with %s', async (query, names) => {
    const { status, text } = await request(await start()).get(`/metrics${query}`);
    expect(status).toBe(200);
    expect(text.match(/^[a-z]\w+/gm) ?? []).toEqual(names);
  });

  describe('narrowed with name[]', () => {
    const LOCKED = 'ic_snp_ptp_locked';
    const PACKETS = 'ic_snp_network_receive_packets_total';
    const RENDER = 'ic_snp_exporter_render_duration_seconds';

    it.each([
      ['a gauge', [LOCKED], [LOCKED]],
      ['a counter by its sample', [PACKETS], [PACKETS]],
      ['a counter by its family', ['ic_snp_network_receive_packets'], [PACKETS]],
      ['several names', [PACKETS, LOCKED, LOCKED], [LOCKED, PACKETS]],
      ['a counter of the exporter by its family', ['process_cpu_seconds'], ['process_cpu_seconds_total']],
      ['a histogram by its family', [RENDER], [`${RENDER}_bucket`, `${RENDER}_sum`, `${RENDER}_count`]],
      ['the buckets of a histogram', [`${RENDER}_bucket`], [`${RENDER}_bucket`]],
      ['the count of a histogram and a device', [`${RENDER}_count`, LOCKED], [LOCKED, `${RENDER}_count`]],
      ['nothing that there is', ['up'], []],
      ['names that objects have by nature', ['constructor', '__proto__'], []],
      ['parts of names', ['ic_snp_ptp', '_total', 'locked', 'ic_snp_.*'], []],
      ['a creation time, which nothing here has', [`${RENDER}_created`], []],
      ['a name longer than any', ['x'.repeat(5_000)], []],
    ])('has %s, and no more, in both formats', async (_what, names, samples) => {
      const url = await start();
      const query = names.map((name) => `name[]=${encodeURIComponent(name)}`).join('&');
      for (const accept of ['text/plain', OPENMETRICS]) {
        const { status, text } = await request(url).get(`/metrics?${query}`).set('Accept', accept);
        expect(status).toBe(200);
        expect([...new Set(text.match(/^[a-z]\w+/gm))]).toEqual(samples);
        expect(text.endsWith('# EOF\n')).toBe(accept === OPENMETRICS);
        if (samples.length === 0) expect(text).toBe(accept === OPENMETRICS ? '# EOF\n' : '');
      }
    });

    it('has the description of a family with the samples of it', async () => {
      const { text } = await request(await start()).get(`/metrics?name[]=${RENDER}_count`);
      expect(text).toMatch(new RegExp(`^# HELP ${RENDER} .*\n# TYPE ${RENDER} histogram\n${RENDER}_count \\d+\n$`));
    });

    it.each([
      [`/probe?target=MCR%201&name[]=${LOCKED}`, [LOCKED]],
      [`/probe?target=MCR%201&name[]=process_cpu_seconds_total`, []],
      [`/metrics?collect[]=network&name[]=${LOCKED}&name[]=${PACKETS}`, [PACKETS]],
      [`/metrics?exclude[]=network&name%5B%5D=${LOCKED}&name%5B%5D=${PACKETS}`, [LOCKED]],
      [`/metrics?collect[]=ptp&name=nothing&name[]=`, [LOCKED]],
    ])('goes together with what else narrows a scrape: %s', async (path, samples) => {
      const { status, text } = await request(await start({ store: storeOf('MCR 1', 'MCR 2') })).get(path);
      expect(status).toBe(200);
      expect([...new Set(text.match(/^[a-z]\w+/gm))]).toEqual(samples);
      if (path.startsWith('/probe')) expect(text).not.toContain('MCR 2');
    });

    it('does not give one question the answer of another', async () => {
      const url = await start();
      const all = await Promise.all([LOCKED, PACKETS].map((name) => request(url).get(`/metrics?name[]=${name}`)));
      expect(all.map(({ text }) => text.match(/^[a-z]\w+/gm))).toEqual([[LOCKED], [PACKETS]]);
    });

    it('refuses more names than anybody needs', async () => {
      const { status, text } = await request(await start()).get(`/metrics?${'name[]=a&'.repeat(1_001)}`);
      expect([status, text]).toEqual([400, 'More than 1000 names (name[]) were given.\n']);
    });
  });

  it('leaves the exporter’s own metrics out where their group is switched off', async () => {
    const { text } = await request(await start({ enabledGroups: new Set(['ptp', 'network']) })).get('/metrics');
    expect(text.match(/^[a-z]\w+/gm)).toEqual(['ic_snp_ptp_locked', 'ic_snp_network_receive_packets_total']);
  });

  it('speaks OpenMetrics to whoever prefers it, with one end mark', async () => {
    const url = await start();
    const { headers, text } = await request(url).get('/metrics').set('Accept', OPENMETRICS);
    expect(headers['content-type']).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(headers['vary']).toBe('Accept, Accept-Encoding');
    expect(text).toContain('# TYPE ic_snp_network_receive_packets counter\n');
    expect(text).toContain('# TYPE process_cpu_seconds counter\n');
    expect(text).toContain('# TYPE ic_snp_exporter_build info\nic_snp_exporter_build_info{');
    expect(text).not.toMatch(/^# TYPE \w+_info /m);
    expect(text.match(/# EOF\n/g)).toHaveLength(1);
    expect(text.endsWith('# EOF\n')).toBe(true);
    expect(text).toContain('ic_snp_exporter_render_duration_seconds_bucket{le="1.0"} ');
    const plain = (await request(url).get('/metrics')).text;
    expect(plain).toContain('process_cpu_seconds_total ');
    expect(plain).toContain('ic_snp_exporter_render_duration_seconds_bucket{le="1"} ');
  });

  it('has every family once, and only samples of its type below it, in both formats', async () => {
    const url = await start();
    for (const [accept, counter] of [
      ['text/plain', ''],
      [OPENMETRICS, '_total'],
    ]) {
      const { text } = await request(url).get('/metrics').set('Accept', accept);
      const families = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => ({ name, type }));
      expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
      expect(text.match(/^# HELP \S+ /gm)).toHaveLength(families.length);
      const endings: Record<string, string> = { counter, gauge: '', info: '_info', histogram: '(_bucket|_sum|_count)' };
      const samples = families.map(({ name, type }) => `${name}${endings[type]}`).join('|');
      const strange = text.split('\n').filter((line) => !new RegExp(`^(#.*|(${samples})({.*})? \\S+|)$`).test(line));
      expect(strange).toEqual([]);
    }
  });

  it('compresses for whoever can read it', async () => {
    const url = await start();
    const { headers, text } = await request(url).get('/metrics').set('Accept-Encoding', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
    expect(text).toContain('ic_snp_ptp_locked{target="MCR 1"} 1\n');
    const plain = await request(url).get('/metrics').set('Accept-Encoding', 'identity');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.headers['content-length']).toBe(String(plain.text.length));
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, text } = await request(await start())
      .head('/metrics')
      .set('Accept-Encoding', 'identity');
    expect([status, text]).toEqual([200, undefined]);
    expect(Number(headers['content-length'])).toBeGreaterThan(100);
  });

  it.each(['/metrics', '/metrics/', '/Metrics', '/probe', '/sd', '/', '/-/healthy', '/-/ready'])(
    'takes nothing but GET and HEAD on %s',
    async (path) => {
      const url = await start();
      for (const method of ['post', 'put', 'patch', 'delete', 'options'] as const) {
        const { status, headers } = await request(url)[method](path);
        expect([method, status, headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
      }
    },
  );

  it('has no methods for what it does not have', async () => {
    expect((await request(await start()).post('/nowhere')).status).toBe(404);
  });

  it('greets people with a page of links that runs nothing', async () => {
    const { headers, text } = await request(await start({ version: '<script>' })).get('/');
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(text).toContain('<a href="/metrics">');
    expect(text).not.toContain('<script');
  });

  it.each(['get', 'post'] as const)('reloads on %s', async (method) => {
    let reloads = 0;
    const { text, headers } = await request(await start({ reload: () => reloads++ }))[method]('/-/reload');
    expect([text, reloads]).toEqual(['config reloaded', 1]);
    expect(headers['content-type']).toContain('text/plain');
  });

  it('reloads once for calls that follow each other, all of which are answered the same', async () => {
    let reloads = 0;
    const http = request(await start({ reload: () => reloads++ }));
    const began = performance.now();
    for (let call = 0; call < 20; call += 1) await http.get('/-/reload').expect(200, 'config reloaded');
    expect(reloads).toBeLessThanOrEqual(1 + (performance.now() - began) / 1_000);
  });

  it('does not reload for a page of another origin, nor show more than scrapes under a foreign name', async () => {
    let reloads = 0;
    const http = request(await start({ reload: () => reloads++ }));
    await http.post('/-/reload').set('Origin', 'http://elsewhere.test').expect(403);
    expect(reloads).toBe(0);
    for (const path of ['/metrics', '/METRICS/', '/probe?target=MCR%201', '/sd', '/-/healthy'])
      await http.get(path).set('Host', 'snp_exporter:8000').expect(200);
    for (const path of ['/', '/metricsx', '/sdx', '/nowhere'])
      await http
        .get(path)
        .set('Host', 'snp_exporter:8000')
        .expect(421, /ALLOWED_HOSTS=snp_exporter\)/);
  });

  it('does not reload on a mere look at the headers', async () => {
    let reloads = 0;
    const { status, headers } = await request(await start({ reload: () => reloads++ })).head('/-/reload');
    expect([status, headers['allow'], reloads]).toEqual([405, 'GET, POST, PUT', 0]);
  });

  it('is healthy before it is ready', async () => {
    const url = await start({ isReady: () => false });
    expect((await request(url).get('/-/healthy')).status).toBe(200);
    expect((await request(url).get('/-/ready')).status).toBe(503);
  });

  describe('the exporter’s own metrics', () => {
    const own = async (): Promise<string> => (await request(port.url).get('/metrics?collect[]=exporter')).text;

    it('are those that the catalogue describes', async () => {
      await start();
      const types = (await own()).match(/^# TYPE ic_snp_\w+ \w+$/gm);
      expect(types).toEqual(
        Object.values(EXPORTER_FAMILIES).map(({ name, type }) => `# TYPE ${name} ${type === 'info' ? 'gauge' : type}`),
      );
    });

    it('tell what the exporter knows of itself', async () => {
      await start({ store: storeOf('MCR 1', 'MCR 2') });
      const text = await own();
      expect(text).toContain('ic_snp_exporter_series 4\n');
      expect(text).toContain('ic_snp_exporter_database_usable 1\n');
      expect(text).toContain('ic_snp_exporter_log_lines_dropped_total 7\n');
      expect(text).toContain('ic_snp_exporter_last_reconciliation_timestamp_seconds 1770000000\n');
      expect(text).toContain(`ic_snp_exporter_build_info{version="1.2.3",node="${process.versions.node}"} 1\n`);
      expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    });

    it('have no series for what is not known, nor for states that there are not any more', async () => {
      let states: Record<string, number> = { connected: 1, error: 2 };
      const facts = {
        sessionsByState: () => states,
        isDatabaseUsable: () => false,
        droppedLogLines: () => 0,
        lastReconciledAt: () => null,
      };
      await start({ facts });
      fakeTimeouts();
      await own();
      states = { connected: 3 };
      jest.advanceTimersByTime(300);
      const text = await own();
      expect(text.match(/^ic_snp_exporter_sessions.*/gm)).toEqual(['ic_snp_exporter_sessions{state="connected"} 3']);
      expect(text).not.toContain('last_reconciliation');
      expect(text).toContain('ic_snp_exporter_database_usable 0\n');
    });

    it('time decoding and rendering', async () => {
      const store = storeOf('MCR 1');
      await start({ store });
      port.get(ExporterMetrics).observeDecode(0.002);
      port.get(ExporterMetrics).observeDecode(0.004);
      await request(port.url).get('/probe?target=MCR%201');
      addTarget(store, 'MCR 2');
      const text = await own();
      expect(text).toContain('ic_snp_exporter_decode_duration_seconds_bucket{le="0.0025"} 1\n');
      expect(text).toContain('ic_snp_exporter_decode_duration_seconds_count 2\n');
      expect(text).toMatch(/^ic_snp_exporter_render_duration_seconds_count [12]$/m);
    });

    it('are those of one exporter, where there are two in a process', async () => {
      const other = await MetricsPort.start({ version: '9.9.9' });
      await start();
      expect(await own()).not.toContain('9.9.9');
      await other.stop();
    });

    const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
    (hasPromtool ? it : it.skip)('leave promtool without a word', async () => {
      await start();
      expect(execFileSync('promtool', ['check', 'metrics'], { input: await own(), encoding: 'utf8' })).toBe('');
    });
  });
});
