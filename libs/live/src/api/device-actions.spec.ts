import { aConnection, START } from '../testing/fakes';
import { until } from '../testing/listener';
import { startLiveApp, type LiveApp } from '../testing/live-app';

let live: LiveApp;

beforeEach(async () => {
  live = await startLiveApp({ connections: [aConnection()] });
});

afterEach(() => live.close());

const draft = {
  restapi: 'https://192.168.90.23:9089/api/auth',
  websocket: 'wss://192.168.90.23/smm',
  username: 'admin',
  password: 'secret',
  objects_ids: [{ objectType: 'ptp' }],
};

const test = (body: object, accept = 'application/json') =>
  live.http.post('/api/connections/test').set('Accept', accept).send(body);
const discover = (body: object) => live.http.post('/api/connections/discover').send(body);

/** A promise and what settles it. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('POST /api/connections/test', () => {
  const tls = {
    ...({ step: 'tls', ok: true, durationMs: 14.26, detail: 'self-signed' } as const),
    certificate: { subject: 'snp', issuer: 'snp', validTo: START, fingerprint256: 'AB:CD', selfSigned: true },
  };
  const auth = {
    step: 'auth',
    ok: false,
    durationMs: 3,
    detail: '',
    error: 'device refused the password (401)',
  } as const;

  it('gives all steps in one answer to those who ask for JSON', async () => {
    live.probe.steps = [{ step: 'resolve', ok: true, durationMs: 2.04, detail: '10.0.0.1' }, tls, auth];
    const { body } = await test(draft).expect(200);
    expect(body).toEqual({
      ok: false,
      steps: [
        { step: 'resolve', ok: true, duration_ms: 2, detail: '10.0.0.1', error: null, certificate: null },
        {
          ...{ step: 'tls', ok: true, duration_ms: 14.3, detail: 'self-signed', error: null },
          certificate: {
            subject: 'snp',
            issuer: 'snp',
            valid_to: '2026-02-03T20:10:00.000Z',
            fingerprint256: 'AB:CD',
            self_signed: true,
          },
        },
        {
          step: 'auth',
          ok: false,
          duration_ms: 3,
          detail: '',
          error: 'device refused the password (401)',
          certificate: null,
        },
      ],
    });
  });

  it.each([['text/event-stream'], ['*/*']])(
    'sends each step when it has ended to those who accept %s',
    async (accept) => {
      const pause = later<void>();
      live.probe.steps = [{ step: 'resolve', ok: true, durationMs: 2, detail: '' }, tls];
      live.probe.pause = pause.promise;
      const response = await fetch(`${live.url}/api/connections/test`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: accept },
        body: JSON.stringify(draft),
      });
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).value).toContain('event: step\ndata: {"step":"resolve"');
      pause.resolve();
      let rest = '';
      for (let part = await reader.read(); !part.done; part = await reader.read()) rest += part.value;
      expect(rest).toContain('event: step\ndata: {"step":"tls"');
      expect(rest).toMatch(/event: done\ndata: {"ok":true}\n\n$/);
    },
  );

  it('tries a stored connection with its password', async () => {
    await test({ id: 1 }).expect(200);
    expect(live.probe.asked).toMatchObject([{ ...stored(), password: 'secret', objects: [{ objectType: 'ptp' }] }]);
  });

  it('tries a stored connection with changes', async () => {
    await test({ id: 1, username: 'other', password: 'new', objects_ids: [{ objectType: 'system' }] }).expect(200);
    expect(live.probe.asked).toMatchObject([
      { username: 'other', password: 'new', objects: [{ elementIP: '127.0.0.1', objectType: 'system' }] },
    ]);
  });

  it('tries again what was read of a connection, with the stored password', async () => {
    const read = {
      ...stored(),
      id: 1,
      name: 'SNP-1',
      enabled: true,
      tags: {},
      status: 'error',
      reason: '',
      fault: null,
    };
    await test({ ...read, password: '', last_update: null, created_at: '', updated_at: '' }).expect(200);
    expect(live.probe.asked).toMatchObject([{ password: 'secret' }]);
  });

  it.each([
    ['another host', { websocket: 'wss://elsewhere/smm' }],
    ['another port', { restapi: 'https://10.0.0.1:9999/api/auth' }],
    ['another path', { restapi: 'https://10.0.0.1:9089/other/auth' }],
    ['another scheme', { websocket: 'ws://10.0.0.1/smm' }],
  ])('never sends the stored password to %s', async (_case, different) => {
    const { body } = await test({ id: 1, ...different }).expect(422);
    expect(body.errors).toEqual([
      { pointer: '/password', message: 'is required: the stored password is only used with the stored address' },
    ]);
    expect(live.probe.asked).toEqual([]);
  });

  it.each([
    ['nothing at all', {}, ['/restapi', '/websocket', '/username', '/password']],
    ['no address', { ...draft, restapi: undefined }, ['/restapi']],
    ['an address that is none', { ...draft, restapi: 'ftp://x' }, ['/restapi']],
    ['an id that is none', { id: '1' }, ['/id']],
    ['a field that is none', { ...draft, port: 5 }, ['/port']],
    ['objects that are none', { ...draft, objects_ids: [{ objectType: 7 }] }, ['/objects_ids/0/objectType']],
    ['a password that is none', { ...draft, password: {} }, ['/password']],
  ])('refuses %s', async (_case, body, pointers) => {
    const response = await test(body).expect(422);
    expect(response.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  it('knows no connection that is not there', async () => {
    await test({ id: 99 }).expect(404);
  });

  it('refuses what is no JSON', async () => {
    await live.http.post('/api/connections/test').type('text/plain').send('hello').expect(415);
    await live.http.post('/api/connections/test').type('json').send('{').expect(400);
    await live.http.post('/api/connections/test').expect(400);
  });

  it('ends when the caller goes', async () => {
    const pause = later<void>();
    live.probe.steps = [{ step: 'resolve', ok: true, durationMs: 2, detail: '' }, tls];
    live.probe.pause = pause.promise;
    const caller = new AbortController();
    const response = await fetch(`${live.url}/api/connections/test`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(draft),
      signal: caller.signal,
    });
    await response.body!.getReader().read();
    caller.abort();
    await until(() => live.probe.signal?.aborted === true);
    pause.resolve();
  });

  it('has at most ten under way, and says when to try again', async () => {
    const pause = later<void>();
    live.probe.steps = [{ step: 'resolve', ok: true, durationMs: 2, detail: '' }, tls];
    live.probe.pause = pause.promise;
    const tests = Array.from({ length: 10 }, () => test(draft).then(({ status }) => status));
    await until(() => live.probe.asked.length === 10);
    const { headers } = await test(draft).expect(429);
    expect(headers['retry-after']).toBe('30');
    pause.resolve();
    expect(new Set(await Promise.all(tests))).toEqual(new Set([200]));
    live.clock.advance(60_000);
    await test(draft).expect(200);
  });

  it('counts discoveries among those under way, at whatever device', async () => {
    const listing = later<[]>();
    live.probe.listing = listing.promise;
    const discoveries = Array.from({ length: 10 }, (_, at) =>
      discover({ ...draft, websocket: `wss://192.168.90.${at}/smm` }).then(({ status }) => status),
    );
    await until(() => live.probe.asked.length === 10);
    await test(draft).expect(429);
    await discover(draft).expect(429);
    listing.resolve([]);
    expect(new Set(await Promise.all(discoveries))).toEqual(new Set([200]));
    live.clock.advance(60_000);
    await discover(draft).expect(200);
  });

  it('makes ten a minute for a client, and says when the next one may start', async () => {
    for (let at = 0; at < 10; at++) await test(draft).expect(200);
    live.clock.advance(18_000);
    const { headers, body } = await test(draft).expect(429);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect([headers['retry-after'], body.detail]).toEqual([
      '42',
      'You started 10 connection tests or discoveries within a minute. Try again in 42 s.',
    ]);
    await discover(draft).expect(429);
    expect(live.probe.asked).toHaveLength(10);
  });

  it('does not count requests that are refused', async () => {
    for (let at = 0; at < 20; at++) await test({ ...draft, restapi: 'ftp://x' }).expect(422);
    await test(draft).expect(200);
  });

  it('tries no password at a device that refused too many', async () => {
    live.probe.passwordWait = 121_000;
    const { headers, body } = await test(draft).expect(429);
    expect([headers['retry-after'], body.type, body.detail]).toEqual([
      '121',
      'urn:snp-exporter:problem:too-many-passwords',
      'The device refused 10 passwords within 10 minutes. Try again in 3 minutes.',
    ]);
    await discover(draft).expect(429);
    expect(live.probe.asked).toEqual([]);
    live.probe.passwordWait = 0;
    await discover(draft).expect(200);
  });
});

function stored() {
  const { restapi, websocket, username } = aConnection();
  return { restapi, websocket, username };
}

describe('POST /api/connections/discover', () => {
  const found = {
    elementIp: '127.0.0.1',
    objectType: 'procChannelHD',
    objectId: 'A-HD-1',
    name: 'A-HD-1',
    known: true,
  };

  it('lists the objects of a device', async () => {
    live.probe.listing = Promise.resolve([found]);
    const { body } = await discover(draft).expect(200);
    expect(body).toEqual({
      objects: [
        { element_ip: '127.0.0.1', object_type: 'procChannelHD', object_id: 'A-HD-1', name: 'A-HD-1', known: true },
      ],
    });
  });

  it('asks one device one at a time, and others meanwhile', async () => {
    const listing = later<[]>();
    live.probe.listing = listing.promise;
    const first = discover(draft).then(({ status }) => status);
    await until(() => live.probe.asked.length === 1);
    const { headers, body } = await discover(draft).expect(409);
    expect(headers['retry-after']).toBe('30');
    expect(body.type).toBe('urn:snp-exporter:problem:being-asked');
    const other = discover({ id: 1 }).then(({ status }) => status);
    await until(() => live.probe.asked.length === 2);
    listing.resolve([]);
    expect(await Promise.all([first, other])).toEqual([200, 200]);
  });

  it('does not ask a device again within 30 s', async () => {
    await discover(draft).expect(200);
    live.clock.advance(29_000);
    expect((await discover(draft).expect(429)).headers['retry-after']).toBe('1');
    live.clock.advance(1_000);
    await discover(draft).expect(200);
  });

  it('says why a device cannot be asked, and lets one try again at once', async () => {
    live.probe.listing = Promise.reject(new Error('device refused the password (401)'));
    const { body } = await discover(draft).expect(502);
    expect(body).toMatchObject({ title: 'Device not reachable', detail: 'device refused the password (401)' });
    live.probe.listing = Promise.resolve([]);
    await discover(draft).expect(200);
  });

  it('never sends the stored password elsewhere', async () => {
    await discover({ id: 1, websocket: 'wss://elsewhere/smm' }).expect(422);
    expect(live.probe.asked).toEqual([]);
  });
});
