import { startFleet, type Fleet, type Misbehaviour, type SimulatedDevice } from '@snp/simulator';
import { connectionTo } from '../testing/bench';
import { Core } from '../testing/core';
import { until } from '../testing/until';

/** How a device is when its connection is changed, and how its session says that it is. */
const STAGES: readonly [string, Misbehaviour | undefined, RegExp][] = [
  ['while it is connected', undefined, /^receiving statuses$/],
  ['in its TLS handshake', { kind: 'silence', at: 'tls' }, /^TLS handshake with the REST address$/],
  ['in its login', { kind: 'silence', at: 'auth' }, /^logging in$/],
  ['in its upgrade', { kind: 'silence', at: 'upgrade' }, /^opening the WebSocket$/],
  ['before its first status', { kind: 'no-statuses' }, /^subscribed, waiting for the first status/],
  ['between two attempts', { kind: 'refuse' }, /refused the connection/],
];

describe('20: a connection that is changed', () => {
  let fleet: Fleet;
  let free: SimulatedDevice[];
  let core: Core;

  const scrape = () => [...core.store.snapshot().chunks('text')].join('');
  const begin = async (misbehaviour: Misbehaviour | undefined, stage: RegExp) => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    if (misbehaviour !== undefined) snp.misbehave(misbehaviour);
    const connection = connectionTo(snp);
    core.connections.rows = [...core.connections.rows, connection];
    await core.announce(connection.id);
    const session = core.supervisor.session(connection.id);
    await until(() => stage.test(session?.reason ?? ''), String(stage));
    return { snp, connection };
  };
  const isGone = (snp: SimulatedDevice) =>
    until(() => snp.connections === 0 && !scrape().includes(`target="${snp.name}"`), 'all of it is gone');

  beforeAll(async () => {
    fleet = await startFleet({ devices: 40 });
    free = [...fleet.devices];
    core = await Core.start();
  });

  afterAll(async () => {
    await core.stop();
    await fleet.close();
  });

  describe.each(STAGES)('%s', (_when, misbehaviour, stage) => {
    it('is gone when it is deleted', async () => {
      const { snp, connection } = await begin(misbehaviour, stage);
      core.connections.rows = core.connections.rows.filter(({ id }) => id !== connection.id);
      await core.announce(connection.id);
      expect(core.supervisor.session(connection.id)).toBeUndefined();
      await isGone(snp);
    });

    it('is gone when it is disabled, and back when it is enabled', async () => {
      const { snp, connection } = await begin(misbehaviour, stage);
      core.connections.edit(connection.id, { enabled: false });
      await core.announce(connection.id);
      await isGone(snp);
      await snp.behave();
      core.connections.edit(connection.id, { enabled: true });
      await core.announce(connection.id);
      await until(() => core.supervisor.session(connection.id)?.state === 'connected', 'connected');
    });

    it('has its new name at once and never both', async () => {
      const { snp, connection } = await begin(misbehaviour, stage);
      const name = `${snp.name} renamed`;
      core.connections.edit(connection.id, { name });
      await core.announce(connection.id);
      const lines = scrape();
      expect([lines.includes(`target="${snp.name}"`), lines.includes(`target="${name}"`)]).toEqual([false, true]);
      expect(core.supervisor.session(connection.id)?.connection.name).toBe(name);
    });

    it('goes to its new address at once', async () => {
      const { snp, connection } = await begin(misbehaviour, stage);
      const other = free.pop();
      if (other === undefined) throw new Error('There are no more devices');
      const { restapi, websocket } = other;
      core.connections.edit(connection.id, { restapi, websocket });
      await core.announce(connection.id);
      await until(() => core.supervisor.session(connection.id)?.state === 'connected', 'connected');
      expect([snp.connections, other.connections]).toEqual([0, 1]);
    });
  });

  it('with a refused password is connected at once when the password is right', async () => {
    const snp = free.pop();
    if (snp === undefined) throw new Error('There are no more devices');
    const connection = connectionTo(snp, { password: 'wrong' });
    core.connections.rows = [...core.connections.rows, connection];
    await core.announce();
    await until(() => core.supervisor.session(connection.id)?.state === 'error', 'refused');
    core.connections.edit(connection.id, { password: 'admin' });
    await core.announce();
    await until(() => core.supervisor.session(connection.id)?.state === 'connected', 'connected');
  });

  it('23: closes all sessions soon when the exporter ends', async () => {
    const begun = performance.now();
    await core.supervisor.stop();
    // Ten times the five seconds that it may take.
    expect(performance.now() - begun).toBeLessThan(50_000);
    await until(() => fleet.devices.every(({ connections }) => connections === 0), 'no socket is left');
    expect(core.store.targetNames()).toEqual([]);
  });
});
