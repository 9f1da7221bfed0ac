import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ConnectionsService, type Connection } from '@snp/connections';
import { aConnection, FakeConnections } from '../testing/fakes';
import { Roster } from './roster';

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

async function rosterOf(stored: FakeConnections): Promise<Roster> {
  const providers = [Roster, { provide: ConnectionsService, useValue: stored }];
  return (await Test.createTestingModule({ providers }).compile()).get(Roster);
}

// The warnings are expected here.
Logger.overrideLogger(false);

describe('the roster of connections', () => {
  it('shares one look among all who ask during it, and looks again for those who ask later', async () => {
    const stored = new SlowConnections(aConnection());
    const roster = await rosterOf(stored);
    await Promise.all([roster.refresh(), roster.refresh(), roster.refresh()]);
    expect(stored.reads).toBe(1);
    const under = roster.refresh();
    await Promise.resolve();
    await Promise.resolve();
    stored.stored.push(aConnection({ id: 2 }));
    await Promise.all([under, roster.refresh()]);
    expect([...roster.all()].map(({ id }) => id)).toEqual([1, 2]);
  });

  it('looks again after a look has just ended', async () => {
    const stored = new SlowConnections();
    const roster = await rosterOf(stored);
    for (let round = 1; round <= 3; round++) {
      await roster.refresh();
      expect(stored.reads).toBe(round);
    }
  });

  it('keeps what it knew while the database does not answer', async () => {
    const stored = new SlowConnections(aConnection());
    const roster = await rosterOf(stored);
    await roster.refresh();
    stored.isBroken = true;
    await expect(roster.refresh()).resolves.toBeUndefined();
    expect(roster.get(1)?.name).toBe('SNP-1');
  });

  it('finds a connection that was stored a moment ago, and says so when there is none', async () => {
    const stored = new FakeConnections(aConnection({ id: 3 }));
    const roster = await rosterOf(stored);
    await expect(roster.find(3)).resolves.toMatchObject({ name: 'SNP-3' });
    await expect(roster.find(4)).rejects.toMatchObject({ status: 404, code: 'not-found' });
  });
});
