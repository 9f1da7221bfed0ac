import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import type { SnpSession } from '../session/session';
import { Bench, connectionTo, objects } from '../testing/bench';
import { until } from '../testing/until';

const MAX_SERIES = 1_500;
const MESSAGES = 2_000;

describe('a device that says strange things', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  /** It says nothing by itself. */
  let quietFleet: Fleet;
  let quiet: SimulatedDevice;
  const bench = new Bench({ maxSeriesPerDevice: MAX_SERIES });

  const connected = async (...keys: string[]): Promise<{ snp: SimulatedDevice; session: SnpSession }> => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    const facts = keys.length > 0 ? { objects: objects(...keys) } : {};
    return { snp, session: await bench.connect(connectionTo(snp, facts)) };
  };
  const temperature = ({ name }: SimulatedDevice) => bench.value(name, 'ic_snp_mainboard_temperature');
  const warm = (snp: SimulatedDevice, text: unknown) =>
    snp.set('system', { Board_Temperatures: { Main_Board: text } as never });
  /** The next good message is applied. */
  const stillReads = async (snp: SimulatedDevice, celsius = 77): Promise<void> => {
    warm(snp, `${celsius} °C`);
    await until(() => temperature(snp) === celsius, 'the next good message');
  };
  const errors = ({ counters }: SnpSession) =>
    [...counters.decodeErrors.values()].reduce((sum, count) => sum + count, 0);

  beforeAll(async () => {
    fleet = await startFleet({ devices: 20, updatesPerSecond: 2, frequencyMs: 50 });
    free = [...fleet.devices];
    quietFleet = await startFleet({ devices: 1, firstDevice: 101, updatesPerSecond: 0 });
    [quiet] = quietFleet.devices as [SimulatedDevice];
    await bench.connect(connectionTo(quiet));
  });

  afterAll(async () => {
    await bench.stop();
    await Promise.all([fleet.close(), quietFleet.close()]);
  });

  it.each<[string, Misbehaviour, number]>([
    ['messages that are not JSON', { kind: 'invalid-json' }, 5],
    ['messages with wrong types', { kind: 'wrong-types' }, 10],
    ['binary messages', { kind: 'binary' }, 1],
    ['text that is not UTF-8', { kind: 'invalid-utf8' }, 1],
  ])('10: is read on after %s, which are counted', async (_what, misbehaviour, least) => {
    const { snp, session } = await connected();
    snp.misbehave(misbehaviour);
    await until(() => errors(session) >= least, 'counted');
    await stillReads(snp);
    expect(bench.states(session)).toEqual(['connected connected']);
    await until(
      () => (bench.value(snp.name, 'ic_snp_session_decode_errors_total', { object_type: 'other' }) ?? 0) >= least,
      'on the scrape',
      5_000,
    );
  });

  it('11: loses one bad status of a message and none of the others', async () => {
    const snp = free.pop();
    snp?.misbehave({ kind: 'bad-status' });
    if (snp === undefined) throw new Error('There are no more devices');
    const session = await bench.connect(connectionTo(snp));
    expect([...session.objects()].map(({ type }) => type).sort()).toEqual([
      'ipVidRx',
      'procChannelHD',
      'ptp',
      'system',
    ]);
    expect(errors(session)).toBeGreaterThan(0);
    await stillReads(snp);
  });

  it.each<[string, unknown]>([
    ['N/A', 'N/A'],
    ['an object', {}],
    ['missing', undefined],
    ['1e400', '1e400 °C'],
    ['a list', []],
    ['empty', ''],
  ])('12: has no temperature when it is %s, rather than 0 or the last one', async (_what, text) => {
    const { name } = quiet;
    const say = (value: unknown) => {
      const status = { ...quiet.status('system'), Board_Temperatures: { Main_Board: value } };
      quiet.send(JSON.stringify({ msgType: 'statusState', statuses: [JSON.stringify(status)] }));
    };
    say('55 °C');
    await until(() => temperature(quiet) === 55, 'a temperature');
    say(text);
    await until(() => temperature(quiet) === undefined, 'no temperature');
    expect(bench.value(name, 'ic_snp_ptp_status')).toBeDefined();
  });

  it('12: never makes a number of nonsense', async () => {
    const { snp, session } = await connected();
    snp.misbehave({ kind: 'unreadable-values' });
    snp.misbehave({ kind: 'unknown-things' });
    await until(() => [...session.objects()].some(({ known }) => !known), 'an unknown object');
    const values = bench.series(snp.name).map((line) => Number(line.slice(line.lastIndexOf(' '))));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(session.counters.messages.get('other')).toBe(1);
    await snp.behave();
    await stillReads(snp);
  });

  it('13: has every series once when an index is there twice', async () => {
    const { snp } = await connected();
    snp.misbehave({ kind: 'duplicate-index' });
    await stillReads(snp);
    const lines = bench
      .exposition()
      .split('\n')
      .filter((line) => line.includes(`target="${snp.name}"`));
    const names = lines.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(new Set(names).size).toBe(names.length);
  });

  it('13: has no more series than it may, and the others are counted', async () => {
    const { snp, session } = await connected();
    snp.misbehave({ kind: 'growing-index' });
    await until(() => (bench.value(snp.name, 'ic_snp_session_dropped_series_total') ?? 0) > 0, 'dropped');
    expect(session.target?.seriesCount()).toBeLessThanOrEqual(MAX_SERIES);
    await snp.behave();
    await stillReads(snp);
  });

  it('13: has label values of at most 1,024 characters', async () => {
    const { snp, session } = await connected();
    snp.misbehave({ kind: 'long-labels' });
    const longest = () =>
      Math.max(
        ...[...(session.target?.list() ?? [])].flatMap(({ labels }) => Object.values(labels).map((v) => v.length)),
      );
    await until(() => longest() >= 1_000, 'long labels');
    expect(longest()).toBeLessThanOrEqual(1_024);
  });

  it.each<[string, Misbehaviour]>([
    ['__proto__ and constructor', { kind: 'hostile-keys' }],
    ['nesting ten thousand deep', { kind: 'deep-nesting' }],
    ['names that would break the text format', { kind: 'hostile-labels' }],
  ])('14: is read on after %s', async (_what, misbehaviour) => {
    const { snp, session } = await connected();
    snp.misbehave(misbehaviour);
    await stillReads(snp);
    expect(session.state).toBe('connected');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, Misbehaviour, RegExp]>([
    ['a message of 50 MB', { kind: 'huge-message' }, /device sent a message larger than 16 MiB/],
    ['a compressed bomb', { kind: 'compression-bomb', megabytes: 64 }, /device violated the WebSocket protocol/],
  ])('15: does not get %s into the memory, and is back afterwards', async (_what, misbehaviour, reason) => {
    const { snp, session } = await connected();
    const before = session.counters.receivedBytes;
    snp.misbehave(misbehaviour);
    await until(() => session.code === 'bad_message', 'refused');
    expect(session.reason).toMatch(reason);
    expect(session.counters.receivedBytes - before).toBeLessThan(1_000_000);
    await until(() => session.state === 'connected', 'connected');
    await stillReads(snp);
  });

  it('16: shows the newest status within seconds of a flood', async () => {
    const ballast = 'x'.repeat(37_000);
    let sent = 0;
    const message = (): string => {
      const ptp = { type: 'ptp', object_ID: 'ptp', ptpStatus: { numSysTimeUpdates: String(++sent) } };
      const audio = { type: 'ipAudRx', object_ID: 'ipAudRx', sent, ballast };
      return JSON.stringify({ msgType: 'statusState', statuses: [ptp, audio].map((each) => JSON.stringify(each)) });
    };
    const flood = setInterval(() => {
      for (let burst = 0; burst < 10 && sent < MESSAGES; burst++) quiet.send(message());
    }, 10);
    await until(() => sent === MESSAGES, 'all sent');
    clearInterval(flood);
    await until(() => bench.value(quiet.name, 'ic_snp_ptp_num_sys_time_updates') === MESSAGES, 'the newest');
  });

  it('21: has a scrape that reads back its exact name', async () => {
    const name = 'say "snp"\\n\n{x="y"} 😀 \u202eabc';
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    const { restapi, websocket } = snp;
    await bench.connect(connectionTo({ name, restapi, websocket }));
    const escaped = /ic_snp_up\{target="((?:[^"\\]|\\.)*)"/g;
    const names = [...bench.exposition().matchAll(escaped)].map(([, text = '']) =>
      text.replace(/\\(.)/g, (_match, character: string) => (character === 'n' ? '\n' : character)),
    );
    expect(names).toContain(name);
  });
});
