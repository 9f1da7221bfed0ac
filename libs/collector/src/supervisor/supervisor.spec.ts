import type { Connection } from '@snp/connections';
import fc from 'fast-check';
import type { Failure } from '../failures/failure';
import { SnpSession } from '../session/session';
import { connectionTo } from '../testing/bench';
import { Core } from '../testing/core';
import { fakeLinks, type FakeLink } from '../testing/fake-link';
import { ManualClock } from '../testing/manual-clock';
import { until } from '../testing/until';

const row = (id: number, facts: Partial<Connection> = {}): Connection =>
  connectionTo(
    { name: `SNP ${id}`, restapi: `https://10.0.0.${id}:9089/api/`, websocket: `wss://10.0.0.${id}/smm` },
    { id, ...facts },
  );

describe('the supervisor', () => {
  let core: Core;
  let links: FakeLink[];
  let clock: ManualClock;

  const begin = async (closesGracefully = true, ...rows: Connection[]): Promise<void> => {
    const fake = fakeLinks(closesGracefully);
    links = fake.links;
    clock = new ManualClock();
    core = await Core.start({ link: fake.link, clock }, { pollInterval: 3600 }, rows);
  };
  const open = () => links.filter(({ isOpen }) => isOpen);
  const states = () => [...core.supervisor.sessions()].map(({ connection, state }) => `${connection.name} ${state}`);

  afterEach(() => {
    for (const link of links) link.disappear();
    return core.stop();
  });

  it('runs a session for each enabled connection, made by Nest', async () => {
    await begin(true, row(1), row(2, { enabled: false }), row(3));
    expect(states()).toEqual(['SNP 1 connecting', 'SNP 3 connecting']);
    expect(core.supervisor.session(1)).toBeInstanceOf(SnpSession);
    expect(core.supervisor.session(1)).not.toBe(core.supervisor.session(3));
    expect(core.store.targetNames()).toEqual(['SNP 1', 'SNP 3']);
    expect(open()).toHaveLength(2);
  });

  it('shows the states of its sessions, and records what they become', async () => {
    await begin(true, row(1), row(2, { fault: 'the password is missing' }));
    links[0]?.deliver();
    expect(core.states.sources.get(1)).toMatchObject({ status: 'connected' });
    expect(core.states.sources.get(2)).toMatchObject({ status: 'error', reason: 'the password is missing' });
    expect(core.states.recorded).toEqual(['1 connecting', '2 connecting', '2 error', '1 connected']);
    expect(core.supervisor.countByState()).toEqual({ connecting: 0, connected: 1, disconnected: 0, error: 1 });
  });

  it('acts on an announced change at once', async () => {
    await begin();
    core.connections.rows = [row(1)];
    core.changes.announce({ kind: 'added', ids: [1] });
    await until(() => open().length === 1, 'a session');
    core.connections.rows = [];
    core.changes.announce({ kind: 'removed', ids: [1] });
    await until(() => open().length === 0, 'no session');
    expect(core.store.targetNames()).toEqual([]);
    expect(core.states.sources.size).toBe(0);
  });

  it('gives the same when it runs again, or when an announcement was missed', async () => {
    await begin(true, row(1), row(2));
    const [before] = core.supervisor.sessions();
    core.connections.rows = [row(1), row(3)];
    await core.supervisor.reconcile();
    await core.supervisor.reconcile();
    await Promise.all([core.supervisor.reconcile(), core.supervisor.reconcile(), core.supervisor.reconcile()]);
    expect(states()).toEqual(['SNP 1 connecting', 'SNP 3 connecting']);
    expect(core.supervisor.session(1)).toBe(before);
    expect(links).toHaveLength(3);
  });

  it('sees what was committed before it was asked for', async () => {
    await begin();
    const runs = [core.supervisor.reconcile()];
    core.connections.rows = [row(1)];
    runs.push(core.supervisor.reconcile());
    await Promise.all(runs);
    expect(states()).toEqual(['SNP 1 connecting']);
  });

  it('shares one run between many that ask during another one', async () => {
    await begin();
    const before = core.connections.reads;
    await Promise.all(Array.from({ length: 100 }, () => core.supervisor.reconcile()));
    expect(core.connections.reads - before).toBe(2);
  });

  it('renames without a reconnect', async () => {
    await begin(true, row(1));
    links[0]?.deliver();
    core.connections.edit(1, { name: 'Studio B' });
    await core.announce(1);
    expect(states()).toEqual(['Studio B connected']);
    expect(core.store.targetNames()).toEqual(['Studio B']);
    expect(links).toHaveLength(1);
    expect(core.events.filter(({ kind }) => kind === 'renamed')).toHaveLength(1);
  });

  it('swaps the names of two devices without a scrape that shows one twice', async () => {
    await begin(true, row(1), row(2));
    links[0]?.deliver({ type: 'ptp', ptpStatus: { numSysTimeUpdates: '1' } });
    links[1]?.deliver({ type: 'ptp', ptpStatus: { numSysTimeUpdates: '2' } });
    core.connections.edit(1, { name: 'SNP 2' });
    core.connections.edit(2, { name: 'SNP 1' });
    await core.announce(1, 2);
    const updates = (name: string) =>
      [...(core.store.target(name)?.list('ic_snp_ptp_num_sys_time_updates') ?? [])].map(({ value }) => value);
    expect([updates('SNP 1'), updates('SNP 2')]).toEqual([[2], [1]]);
    expect(core.store.targetNames().sort()).toEqual(['SNP 1', 'SNP 2']);
  });

  it('gives the name of a deleted connection to another one in the same run', async () => {
    await begin(true, row(1), row(2));
    core.connections.rows = [row(2, { name: 'SNP 1' })];
    await core.announce();
    expect(core.store.targetNames()).toEqual(['SNP 1']);
    expect(core.store.target('SNP 1')).toBe(core.supervisor.session(2)?.target);
  });

  it('makes tags that are to be labels part of the device’s facts, and follows when they change', async () => {
    await begin(true, row(1, { tags: { site: 'London', room: '7' } }));
    links[0]?.deliver({ type: 'system', SNP_HW_Stats: { Serial: '123' } });
    const site = () => [...(core.store.target('SNP 1')?.list('ic_snp_device_info') ?? [])][0]?.labels;
    expect(site()).toMatchObject({ serial: '123', site: 'London' });
    expect(site()).not.toHaveProperty('room');
    core.connections.edit(1, { tags: { site: 'Leeds' } });
    await core.announce(1);
    expect(site()).toMatchObject({ site: 'Leeds' });
    expect(links).toHaveLength(1);
  });

  it('starts again at once when a refused password is changed', async () => {
    await begin(true, row(1));
    links[0]?.succeed();
    links[0]?.succeed();
    links[0]?.listener.failed({ code: 'credentials', reason: 'device refused the password (401)', retry: 'rarely' });
    expect(states()).toEqual(['SNP 1 error']);
    core.connections.edit(1, { password: 'right' });
    await core.announce(1);
    await until(() => links.length === 2, 'a new attempt');
    expect(links[1]?.target.password).toBe('right');
    expect(states()).toEqual(['SNP 1 connecting']);
  });

  it('opens no new socket before the one of the session before is gone, and shows the new one meanwhile', async () => {
    await begin(false, row(1));
    links[0]?.deliver();
    core.connections.edit(1, { password: 'other' });
    await core.announce(1);
    expect(states()).toEqual(['SNP 1 connecting']);
    expect([...(core.store.target('SNP 1')?.list('ic_snp_up') ?? [])].map(({ value }) => value)).toEqual([0]);
    expect(links).toHaveLength(1);
    links[0]?.disappear();
    await until(() => links.length === 2, 'the new socket');
  });

  it('starts only the last of several edits that come while the socket is closing', async () => {
    await begin(false, row(1));
    links[0]?.deliver();
    for (const password of ['a', 'b', 'c']) {
      core.connections.edit(1, { password });
      await core.announce(1);
    }
    links[0]?.disappear();
    await until(() => links.length === 2, 'the new socket');
    await new Promise((resolve) => setImmediate(resolve));
    expect(links.map(({ target }) => target.password)).toEqual(['admin', 'c']);
  });

  it('goes on with what it knows while the connections cannot be read', async () => {
    await begin(true, row(1));
    core.connections.error = new Error('database is locked');
    await core.announce();
    expect(states()).toEqual(['SNP 1 connecting']);
    expect(core.supervisor.isDatabaseUsable).toBe(false);
    core.connections.error = undefined;
    core.connections.rows = [row(1), row(2)];
    await core.announce();
    expect(states()).toHaveLength(2);
    expect(core.supervisor.isDatabaseUsable).toBe(true);
  });

  it('makes a session that could not be made with the next run', async () => {
    await begin();
    jest.spyOn(core.dependencies.decoder, 'device').mockImplementationOnce(() => {
      throw new Error('no memory');
    });
    core.connections.rows = [row(1)];
    await core.supervisor.reconcile();
    expect(states()).toEqual([]);
    await core.supervisor.reconcile();
    expect(states()).toEqual(['SNP 1 connecting']);
  });

  it('finds external edits by itself', async () => {
    const fake = fakeLinks();
    links = fake.links;
    core = await Core.start({ link: fake.link }, { pollInterval: 0.05 });
    core.connections.rows = [row(1)];
    await until(() => links.length === 1, 'a session');
  });

  it('ends everything when it is stopped, and starts nothing afterwards', async () => {
    await begin(true, row(1), row(2), row(3));
    links[0]?.deliver();
    await core.supervisor.stop();
    expect([open().length, clock.pending]).toEqual([0, 0]);
    expect(core.store.targetNames()).toEqual([]);
    expect(core.states.recorded.slice(-3)).toEqual(['1 disconnected', '2 disconnected', '3 disconnected']);
    core.connections.rows = [row(9)];
    await core.announce();
    expect(links).toHaveLength(3);
  });

  it('is not held up for long by devices that do not close', async () => {
    await begin(false, row(1));
    links[0]?.deliver();
    const stopped = core.supervisor.stop();
    clock.advance(2_000);
    await stopped;
    expect([open().length, clock.pending]).toEqual([1, 0]);
  });

  it('starts a new device at once, however many dead ones wait for each other', async () => {
    const dead = Array.from({ length: 300 }, (_, at) => row(at + 1));
    await begin(true, ...dead);
    const isFirst = ({ target }: FakeLink) => links.filter((link) => link.target === target).length === 1;
    const stalled: Failure = { code: 'timeout', reason: 'no TLS handshake', retry: 'soon' };
    for (let second = 0; second < 30; second++) {
      for (const link of open()) link.succeed();
      // The first time; the second time they keep their places.
      for (const link of open()) if (link.asked.at(-1) === 'secure' && isFirst(link)) link.listener.failed(stalled);
      clock.advance(1_000);
    }
    expect(core.dependencies.gate.queued('suspect')).toBeGreaterThan(200);
    core.connections.rows = [...dead, row(301)];
    await core.announce(301);
    clock.advance(1_000);
    expect(open().map(({ target }) => target.websocket)).toContain(row(301).websocket);
  });

  it('starts thousands a few at a time', async () => {
    await begin(true, ...Array.from({ length: 500 }, (_, at) => row(at + 1)));
    expect(core.store.targetNames()).toHaveLength(500);
    expect(open()).toHaveLength(50);
    clock.advance(1_000);
    expect(open()).toHaveLength(500);
  });
});

describe('any sequence of edits', () => {
  it('ends in what is wanted, with never two sockets for a connection', async () => {
    const facts = fc.record(
      { name: fc.constantFrom('A', 'B', 'C'), password: fc.constantFrom('x', 'y'), enabled: fc.boolean() },
      { requiredKeys: ['name', 'password', 'enabled'] },
    );
    const wanted = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), facts), { selector: ([id]) => id });
    const edits = fc.array(fc.tuple(wanted, fc.boolean()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(edits, async (sequence) => {
        const { links, link } = fakeLinks(false);
        const core = await Core.start({ link, clock: new ManualClock() }, { pollInterval: 3600 });
        for (const [rows, areGone] of sequence) {
          core.connections.rows = rows.map(([id, { name, ...rest }]) => row(id, { ...rest, name: `${name}${id}` }));
          await core.announce();
          if (areGone) await disappear(links);
          verify(core, links);
        }
        await disappear(links);
        verify(core, links);
        expect(links.filter(({ isOpen }) => isOpen).length).toBe([...core.supervisor.sessions()].length);
        const stopped = core.supervisor.stop();
        await disappear(links);
        await stopped;
        await core.stop();
      }),
      { numRuns: 100 },
    );
  });
});

/** Every device that has been said goodbye to answers. */
async function disappear(links: readonly FakeLink[]): Promise<void> {
  for (const link of links) if (link.asked.includes('hangUp')) link.disappear();
  await new Promise((resolve) => setImmediate(resolve));
}

function verify({ supervisor, connections, store }: Core, links: readonly FakeLink[]): void {
  const running = [...supervisor.sessions()].map(({ connection }) => connection);
  const enabled = connections.rows.filter((each) => each.enabled);
  expect(running.map(({ id }) => id).sort()).toEqual(enabled.map(({ id }) => id).sort());
  expect(store.targetNames().sort()).toEqual(enabled.map(({ name }) => name).sort());
  const open = links.filter(({ isOpen }) => isOpen).map(({ target }) => target.websocket);
  expect(new Set(open).size).toBe(open.length);
}
