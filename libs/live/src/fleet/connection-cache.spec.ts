import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ConnectionsService, type Connection } from '@snp/connections';
import { aConnection, FakeConnections } from '../testing/fakes';
import { ConnectionCache } from './connection-cache';

class SlowConnections extends FakeConnections {
  reads = 0;
  isBroken = false;

  override async wanted(): Promise<Connection[]> {
    this.reads++;
    const stored = await super.wanted();
    if (this.isBroken) throw new Error('the database is locked');
    return stored;
  }
}

async function cacheOf(stored: FakeConnections): Promise<ConnectionCache> {
  const providers = [ConnectionCache, { provide: ConnectionsService, useValue: stored }];
  return (await Test.createTestingModule({ providers }).compile()).get(ConnectionCache);
}

// The warnings are expected here.
Logger.overrideLogger(false);

describe('the cache of connections', () => {
  it('shares one look among all who ask during it, and looks again for those who ask later', async () => {
    const stored = new SlowConnections(aConnection());
    const cache = await cacheOf(stored);
    await Promise.all([cache.refresh(), cache.refresh(), cache.refresh()]);
    expect(stored.reads).toBe(1);
    const under = cache.refresh();
    await Promise.resolve();
    await Promise.resolve();
    stored.stored.push(aConnection({ id: 2 }));
    await Promise.all([under, cache.refresh()]);
    expect([...cache.all()].map(({ id }) => id)).toEqual([1, 2]);
  });

  it('looks again after a look has just ended', async () => {
    const stored = new SlowConnections();
    const cache = await cacheOf(stored);
    for (let round = 1; round <= 3; round++) {
      await cache.refresh();
      expect(stored.reads).toBe(round);
    }
  });

  it('keeps what it knew while the database does not answer', async () => {
    const stored = new SlowConnections(aConnection());
    const cache = await cacheOf(stored);
    await cache.refresh();
    stored.isBroken = true;
    await expect(cache.refresh()).resolves.toBeUndefined();
    expect(cache.get(1)?.name).toBe('SNP-1');
  });

  it('finds a connection that was stored a moment ago, and says so when there is none', async () => {
    const stored = new FakeConnections(aConnection({ id: 3 }));
    const cache = await cacheOf(stored);
    await expect(cache.find(3)).resolves.toMatchObject({ name: 'SNP-3' });
    await expect(cache.find(4)).rejects.toMatchObject({ status: 404, code: 'not-found' });
  });
});
