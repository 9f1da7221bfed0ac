import { Tabs } from '../../../testing/tabs';
import { becomeLeader, claimLeadership, type LeaderMessage } from './leadership';

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

  it('is a lock where the browser has locks, given back when the tab ends', async () => {
    const held: Promise<void>[] = [];
    const locks = {
      request: (_name: string, _options: LockOptions, run: () => Promise<void>) => Promise.resolve(held.push(run())),
    };
    const stop = new AbortController();
    await becomeLeader(new Tabs<LeaderMessage>().open(), locks as unknown as LockManager, stop.signal);
    stop.abort();
    await expect(held[0]).resolves.toBeUndefined();
  });
});
