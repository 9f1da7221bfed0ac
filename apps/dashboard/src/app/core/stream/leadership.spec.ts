import { Tabs } from '../../testing/tabs';
import { becomeLeader, claimLeadership, type LeaderMessage, type TabChannel } from './leadership';

describe('leader election of tabs', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes to one of two tabs that are opened at the same moment', async () => {
    const tabs = new Tabs<LeaderMessage>();
    const leaders: string[] = [];
    for (const name of ['b', 'a']) {
      void claimLeadership(tabs.open(), new AbortController().signal, name).then(() => leaders.push(name));
    }
    await jest.advanceTimersByTimeAsync(1000);
    expect(leaders).toEqual(['a']);
  });

  it('stays where it is when a tab is opened whose name would win', async () => {
    const tabs = new Tabs<LeaderMessage>();
    const leaders: string[] = [];
    void claimLeadership(tabs.open(), new AbortController().signal, 'b').then(() => leaders.push('b'));
    await jest.advanceTimersByTimeAsync(1000);
    void claimLeadership(tabs.open(), new AbortController().signal, 'a').then(() => leaders.push('a'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(leaders).toEqual(['b']);
  });

  it.each([
    ['b', 'a'],
    ['a', 'b'],
  ])('is given up by one of two tabs, %s too busy to answer %s in time', async (busy, other) => {
    const tabs = new Tabs<LeaderMessage>();
    const roles = new Map<string, AbortSignal>();
    const claim = (name: string, channel: TabChannel<LeaderMessage>) =>
      claimLeadership(channel, new AbortController().signal, name).then((role) => roles.set(name, role));
    const { post, listen } = tabs.open();
    const delayed: (() => void)[] = [];
    let isBusy = false;
    void claim(busy, {
      post,
      listen: (hear) => listen((message) => void (isBusy ? delayed.push(() => hear(message)) : hear(message))),
    });
    await jest.advanceTimersByTimeAsync(1000);
    isBusy = true;
    void claim(other, tabs.open());
    await jest.advanceTimersByTimeAsync(1000);
    isBusy = false;
    for (const deliver of delayed) deliver();
    expect([roles.get('a')?.aborted, roles.get('b')?.aborted]).toEqual([false, true]);
  });

  it('is a lock where the browser has locks, given back when the tab ends', async () => {
    const held: Promise<void>[] = [];
    const locks = {
      request: (_name: string, _options: LockOptions, run: () => Promise<void>) => Promise.resolve(held.push(run())),
    } as unknown as LockManager;
    const stop = new AbortController();
    await becomeLeader(new Tabs<LeaderMessage>().open(), { locks, name: 'reader' }, stop.signal);
    stop.abort();
    await expect(held[0]).resolves.toBeUndefined();
  });
});
