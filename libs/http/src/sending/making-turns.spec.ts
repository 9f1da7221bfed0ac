import { MakingTurns } from './making-turns';

const LIMITS = { places: 1, waitMs: 60_000, turnMs: 60_000 };
const forever = new AbortController().signal;

/** Takes a turn, and says so. */
async function take(turns: MakingTurns, name: string, log: string[], signal = forever, bytes = 1) {
  const end = await turns.take(bytes, signal);
  log.push(name);
  return end;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are taken in the order of those that ask, so many at a time', async () => {
    const turns = new MakingTurns({ ...LIMITS, places: 2 });
    const log: string[] = [];
    const ends = ['a', 'b', 'c', 'd'].map((name) => take(turns, name, log));
    await settled();
    expect(log).toEqual(['a', 'b']);
    const first = await ends[0];
    first();
    first();
    await settled();
    expect(log).toEqual(['a', 'b', 'c']);
    (await ends[1])();
    await settled();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    for (const end of [ends[2], ends[3]]) (await end)();
    const last = [await take(turns, 'e', log), await take(turns, 'f', log)];
    expect(log).toHaveLength(6);
    for (const end of last) end();
  });

  it('are given to the shortest answer first', async () => {
    const turns = new MakingTurns(LIMITS);
    const log: string[] = [];
    let end = await take(turns, 'first', log);
    const sizes = { long: 12, short: 1, medium: 5, 'as short': 1 };
    const ends = Object.entries(sizes).map(([name, bytes]) => take(turns, name, log, forever, bytes));
    for (const at of [1, 3, 2, 0]) {
      end();
      end = (await ends[at]) ?? end;
    }
    end();
    expect(log).toEqual(['first', 'short', 'as short', 'medium', 'long']);
  });

  it('pass over those that have gone', async () => {
    const turns = new MakingTurns(LIMITS);
    const log: string[] = [];
    const end = await take(turns, 'a', log);
    const gone = new AbortController();
    const left = take(turns, 'b', log, gone.signal);
    const stays = take(turns, 'c', log);
    gone.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    end();
    (await stays)();
    expect(log).toEqual(['a', 'c']);
  });

  it('are not waited for without end', async () => {
    const turns = new MakingTurns({ ...LIMITS, waitMs: 20 });
    const end = await turns.take(1, forever);
    await expect(turns.take(1, forever)).rejects.toMatchObject({ status: 503, retryAfterSeconds: 5 });
    end();
    (await turns.take(1, forever))();
  });

  it('that last too long do not keep others waiting', async () => {
    const turns = new MakingTurns({ ...LIMITS, turnMs: 20 });
    const end = await turns.take(1, forever);
    const next = await turns.take(1, forever);
    end();
    const log: string[] = [];
    const waiting = take(turns, 'b', log);
    await settled();
    expect(log).toEqual([]);
    next();
    (await waiting)();
  });
});
