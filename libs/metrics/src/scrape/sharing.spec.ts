import type { SeriesStore } from '@snp/exposition';
import { AnswerLimits, UnfinishedAnswers } from '@snp/http';
import { once } from 'node:events';
import { connect } from 'node:net';
import request from 'supertest';
import type { MetricsOptions } from '../metrics-options';
import { fakeTimeouts } from '../testing/fake-timeouts';
import { addTarget, LARGE, largeStore, MetricsPort, storeOf } from '../testing/metrics-port';

const DEVICES = '/metrics?exclude[]=exporter';

describe('scrapes at the same time', () => {
  let port: MetricsPort;

  async function start(changes: Partial<MetricsOptions & { answerLimits: AnswerLimits }>): Promise<string> {
    port = await MetricsPort.start(changes);
    return port.url;
  }

  afterEach(async () => {
    jest.useRealTimers();
    await port.stop();
  });

  it('share one rendering, a hundred of them', async () => {
    const store = storeOf('MCR 1');
    const snapshot = jest.spyOn(store, 'snapshot');
    const url = await start({ store });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        request(url)
          .get(i % 2 ? '/metrics/' : '/metrics')
          .set('Accept-Encoding', 'gzip'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ text }) => text.replace(/^(?!ic_snp_(ptp|network)).*\n/gm, ''))).size).toBe(1);
    expect(snapshot).toHaveBeenCalledTimes(1);
  });

  it('share one rendering of each kind while the devices go on changing', async () => {
    const store = largeStore();
    const snapshot = jest.spyOn(store, 'snapshot');
    const url = await start({ store });
    const change = setInterval(
      () =>
        store
          .target('device 7 with a name of some length')
          ?.write('ptp/ptp', (sink) => sink.sample(0, '', Math.random())),
      1,
    );
    const answers = await Promise.all(Array.from({ length: 40 }, () => request(url).get(DEVICES)));
    clearInterval(change);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(snapshot.mock.calls.length);
    expect(snapshot.mock.calls.length).toBeLessThan(answers.length);
    for (const { text } of answers) expect(text.match(/^ic_snp_ptp_locked/gm)).toHaveLength(LARGE);
  });

  it('never show what was gone before they began, though an older rendering is still under way', async () => {
    const store = largeStore();
    const url = await start({ store });
    const early = request(url)
      .get(DEVICES)
      .then(({ text }) => text);
    await untilSnapshotOf(store);
    store.target('device 0 with a name of some length')?.rename('renamed');
    const late = (await request(url).get(DEVICES)).text;
    expect(late).toContain('target="renamed"');
    expect(late).not.toContain('target="device 0 ');
    expect(await early).toContain('target="device 0 ');
    expect(await early).not.toContain('target="renamed"');
  });

  it('keep the last exposition for as long as nothing changes', async () => {
    const store = storeOf('MCR 1');
    const snapshot = jest.spyOn(store, 'snapshot');
    const url = await start({ store });
    fakeTimeouts();
    await request(url).get(DEVICES);
    jest.advanceTimersByTime(300);
    await request(url).get(DEVICES);
    expect(snapshot).toHaveBeenCalledTimes(1);
    store.target('MCR 1')?.write('ptp/ptp', (sink) => sink.sample(0, '', 0));
    expect((await request(url).get(DEVICES)).text).toContain('ic_snp_ptp_locked{target="MCR 1"} 0\n');
  });

  it('go on past one that fails', async () => {
    const store = storeOf('MCR 1');
    const url = await start({ store });
    const snapshot = jest.spyOn(store, 'snapshot').mockImplementationOnce(() => {
      throw new Error('a fault with a secret');
    });
    const { status, text } = await request(url).get(DEVICES);
    expect([status, text]).toEqual([500, 'The exporter failed; its log says why.\n']);
    expect((await request(url).get(DEVICES)).status).toBe(200);
    expect(snapshot).toHaveBeenCalledTimes(2);
  });

  it('do not wait for one that does not read', async () => {
    const store = largeStore();
    const url = await start({ store });
    const idle = connect(port.port, '127.0.0.1').pause();
    idle.write(`GET ${DEVICES} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(8));
    for (let i = 0; i < 3; i++) {
      addTarget(store, `more ${i}`);
      const { status, text } = await request(url).get(DEVICES);
      expect([status, text.includes(`target="more ${i}"`)]).toEqual([200, true]);
    }
    idle.destroy();
  });

  it('go on while others read nothing of many different instants, in bounded memory', async () => {
    const store = largeStore();
    const limits = { ...new AnswerLimits(), maxBytes: 10 * 2 ** 20, lookMs: 20 };
    const url = await start({ store, answerLimits: limits });
    const { held } = port.get(UnfinishedAnswers);
    const idle = [];
    let most = 0;
    for (let i = 0; i < 12; i++) {
      addTarget(store, `more ${i}`);
      const client = connect(port.port, '127.0.0.1').pause();
      idle.push(client.on('error', () => undefined));
      client.write(`GET ${DEVICES} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(8));
      const { status, text } = await request(url)
        .get(DEVICES)
        .set('Accept-Encoding', i % 2 ? 'gzip' : 'identity');
      expect([status, text.includes(`target="more ${i}"`)]).toEqual([200, true]);
      most = Math.max(most, held.bytes);
    }
    for (const client of idle) client.destroy();
    expect(most).toBeGreaterThan(limits.maxBytes / 2);
    expect(most).toBeLessThanOrEqual(limits.maxBytes);
  });

  it('are told when to come again where others are being read that fill the memory', async () => {
    const store = largeStore();
    const limits = { ...new AnswerLimits(), maxBytes: 1, roomMs: 50, stuckLooks: Infinity };
    const url = await start({ store, answerLimits: limits });
    const { held } = port.get(UnfinishedAnswers);
    held.hold([Buffer.alloc(1)]);
    const { status, text, headers } = await request(url).get(DEVICES);
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(text).toMatch(/^Other clients have not read .* Try again in a few seconds\.\n$/);
    expect((await request(url).get('/-/healthy')).status).toBe(200);
  });

  it('are ended when the scraper’s own timeout is over, however it reads', async () => {
    await start({ store: largeStore() });
    const slow = connect(port.port, '127.0.0.1').pause();
    slow.write(`GET ${DEVICES} HTTP/1.1\r\nHost: x\r\nX-Prometheus-Scrape-Timeout-Seconds: 1\r\n\r\n`.repeat(8));
    await once(slow, 'connect');
    while ((await port.connections()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    slow.destroy();
  });

  it('each are of one instant, however slowly they are read', async () => {
    const store = largeStore();
    await start({ store });
    const reader = connect(port.port, '127.0.0.1');
    reader.write(`GET ${DEVICES} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    let text = '';
    reader.on('data', (bytes: Buffer) => (text += bytes.toString()));
    await once(reader, 'data');
    reader.pause();
    for (const name of store.targetNames()) store.target(name)?.remove();
    reader.resume();
    await once(reader, 'close');
    expect(text.match(/^ic_snp_ptp_locked/gm)).toHaveLength(LARGE);
    expect(text.match(/^ic_snp_network/gm)).toHaveLength(LARGE);
  });

  it('are given up when they would be too late', async () => {
    const store = largeStore();
    const url = await start({ store });
    const late = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(late.signal);
    const slow = slowDown(store, () => late.abort());
    const { status, text } = await request(url).get(DEVICES).set('X-Prometheus-Scrape-Timeout-Seconds', '0.1');
    expect([status, text]).toEqual([503, 'The scrape cannot finish within its timeout.\n']);
    expect(timeout.mock.calls[0]?.[0]).toBeLessThanOrEqual(100);
    slow.stop();
    timeout.mockRestore();
    expect((await request(url).get(DEVICES).set('X-Prometheus-Scrape-Timeout-Seconds', '30')).status).toBe(200);
  });

  it('cost nothing more once nobody waits for them', async () => {
    const store = largeStore();
    await start({ store });
    const slow = slowDown(store);
    const scraper = connect(port.port, '127.0.0.1');
    scraper.write(`GET ${DEVICES} HTTP/1.1\r\nHost: x\r\n\r\n`);
    while (slow.pieces() === 0) await new Promise(setImmediate);
    scraper.destroy();
    while ((await port.connections()) > 0) await new Promise(setImmediate);
    await turns(3);
    const before = slow.pieces();
    await turns(20);
    expect(slow.pieces()).toBe(before);
    slow.stop();
  });
});

/** Makes each piece of an exposition take 15 ms by the clock of rendering, longer than a turn may. */
function slowDown(store: SeriesStore, onPiece = () => {}): { pieces: () => number; stop: () => void } {
  let pieces = 0;
  const now = performance.now.bind(performance);
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 15 * pieces);
  const take = store.snapshot.bind(store);
  const spy = jest.spyOn(store, 'snapshot').mockImplementation((selection) => {
    const snapshot = take(selection);
    const lines = snapshot.lines.bind(snapshot);
    snapshot.lines = function* (format, block) {
      for (const piece of lines(format, block)) {
        pieces++;
        onPiece();
        yield piece;
      }
    };
    return snapshot;
  });
  const stop = () => [spy, clock].forEach((each) => each.mockRestore());
  return { pieces: () => pieces, stop };
}

/** Lets whatever is rendered have so many turns. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

/** Waits until a scrape has taken its instant. */
async function untilSnapshotOf(store: SeriesStore): Promise<void> {
  const snapshot = jest.spyOn(store, 'snapshot');
  while (snapshot.mock.calls.length === 0) await new Promise(setImmediate);
  snapshot.mockRestore();
}
