import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConnectionsService } from '@snp/connections';
import { Database } from '@snp/database';
import { pragma } from '@snp/database/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { CLOCK } from '../common/clock';
import { ConnectionCache } from '../fleet/connection-cache';
import { aConnection, FakeClock, FakeConnections, START } from '../testing/fakes';
import { databaseIn, storeConnection, temporaryFolder } from '../testing/live-app';
import type { JournalEntry } from './connection-event.entity';
import { JournalRepository } from './journal.repository';
import { JournalService } from './journal.service';

// The warnings are expected here.
Logger.overrideLogger(false);

let folder: string;
let room: TestingModule;
let journal: JournalService;
let database: Database;

async function open(): Promise<void> {
  room = await Test.createTestingModule({
    imports: [databaseIn(folder)],
    providers: [
      { provide: ConnectionsService, useValue: new FakeConnections(aConnection(), aConnection({ id: 2 })) },
      { provide: CLOCK, useValue: new FakeClock() },
      ConnectionCache,
      JournalRepository,
      JournalService,
    ],
  }).compile();
  await room.init();
  journal = room.get(JournalService);
  database = room.get(Database);
  for (const id of [1, 2]) await storeConnection(database, { id, name: `SNP-${id}` });
}

beforeEach(async () => {
  folder = temporaryFolder();
  await open();
});

afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const NO_ALARM = { location: null, objectId: null, alarmId: null };

const transition = (reason: string, connectionId = 1): JournalEntry => ({
  ...{ connectionId, at: START, kind: 'state', state: 'disconnected', previous: 'connected', code: 'silent', reason },
  ...NO_ALARM,
});

const alarm = (kind: 'alarm_raised' | 'alarm_cleared', alarmId: string, at = START): JournalEntry => ({
  ...{ connectionId: 1, at, kind, state: null, previous: null, code: null, reason: 'Fan stalled' },
  ...{ location: 'Front', objectId: 'system', alarmId },
});

const reasonsOf = async (id: number, limit = 500, before?: number) =>
  (await journal.newest(id, limit, before)).map(({ reason }) => reason);

describe('the journal', () => {
  it('shows what happened to a connection, the newest first, as soon as it happened', async () => {
    journal.record(transition('first'));
    journal.record(transition('of another', 2));
    journal.record(alarm('alarm_raised', '55', START + 1));
    expect(await journal.newest(1, 100)).toEqual([
      {
        ...{ id: expect.any(Number), at: '2026-02-03T20:10:00.001Z', kind: 'alarm_raised' },
        ...{ state: null, previous: null, code: null, reason: 'Fan stalled' },
        ...{ location: 'Front', object_id: 'system', alarm_id: '55' },
      },
      {
        ...{ id: expect.any(Number), at: '2026-02-03T20:10:00.000Z', kind: 'state' },
        ...{ state: 'disconnected', previous: 'connected', code: 'silent', reason: 'first' },
        ...{ location: null, object_id: null, alarm_id: null },
      },
    ]);
  });

  it('shows what happened while earlier events were being written', async () => {
    journal.record(transition('first'));
    const writing = journal.flush();
    journal.record(transition('second'));
    expect(await reasonsOf(1)).toEqual(['second', 'first']);
    await writing;
  });

  it('gives pages', async () => {
    for (const reason of ['a', 'b', 'c', 'd']) journal.record(transition(reason));
    const page = await journal.newest(1, 2);
    expect(page.map(({ reason }) => reason)).toEqual(['d', 'c']);
    expect(await reasonsOf(1, 2, page[1]?.id)).toEqual(['b', 'a']);
  });

  it('knows no connection that is not there', async () => {
    await expect(journal.newest(99, 10)).rejects.toMatchObject({ status: 404 });
  });

  it('survives a restart', async () => {
    journal.record(transition('before'));
    // Ending writes what is pending.
    await room.close();
    await open();
    journal.record(transition('after'));
    expect(await reasonsOf(1)).toEqual(['after', 'before']);
  });

  it('keeps the last 500 events of each connection', async () => {
    journal.record(transition('of another', 2));
    for (let batch = 0; batch < 12; batch++) {
      for (let number = 0; number < 50; number++) journal.record(transition(String(50 * batch + number)));
      await journal.flush();
    }
    const reasons = await reasonsOf(1, 1_000);
    expect(reasons).toHaveLength(500);
    expect([reasons[0], reasons[499]]).toEqual(['599', '100']);
    expect(await reasonsOf(2)).toEqual(['of another']);
  });

  it('goes with its connection', async () => {
    journal.record(transition('one'));
    await journal.flush();
    await database.write((manager) => manager.query('DELETE FROM snp_connections WHERE id = 1'));
    const rows = await database.read((manager) => manager.query('SELECT * FROM connection_events'));
    expect(rows).toEqual([]);
  });

  it('leaves out what is told of a connection that is gone, and keeps the rest', async () => {
    journal.record(transition('of nobody', 77));
    journal.record(transition('of somebody'));
    expect(await reasonsOf(1)).toEqual(['of somebody']);
    expect(journal).toMatchObject({ isStoring: true, pending: 0 });
  });

  it('knows which alarms were raised when it was last written', async () => {
    journal.record(alarm('alarm_raised', '1', START));
    journal.record(alarm('alarm_raised', '2', START + 1));
    journal.record(alarm('alarm_cleared', '1', START + 2));
    journal.record(alarm('alarm_raised', '3', START + 3));
    journal.record(alarm('alarm_cleared', '3', START + 4));
    journal.record(alarm('alarm_raised', '3', START + 5));
    await journal.flush();
    expect((await journal.raisedAlarms()).map(({ alarmId, at }) => [alarmId, at])).toEqual([
      ['2', START + 1],
      ['3', START + 5],
    ]);
  });

  it('takes any text', async () => {
    const odd = '"\\ \n \u0007 😀 \u202e';
    journal.record(transition(odd));
    expect(await reasonsOf(1)).toEqual([odd]);
  });
});

describe('the journal while the database refuses', () => {
  /** Another program holds the file. */
  async function locked(work: () => Promise<void>): Promise<void> {
    const other = new DataSource({ type: 'sqlite', database: join(folder, 'connections.db') });
    await other.initialize();
    await other.query('BEGIN EXCLUSIVE');
    try {
      await work();
    } finally {
      await other.query('ROLLBACK');
      await other.destroy();
    }
  }

  it('keeps what happens in memory, says so, and writes it later', async () => {
    await locked(async () => {
      journal.record(transition('during'));
      await journal.flush();
      journal.record(transition('and then'));
      await journal.flush();
      expect(journal).toMatchObject({ isStoring: false, pending: 2 });
    });
    await journal.flush();
    expect(journal).toMatchObject({ isStoring: true, pending: 0 });
    expect(await reasonsOf(1)).toEqual(['and then', 'during']);
  });

  it('keeps only the newest 500 of a connection', async () => {
    await locked(async () => {
      for (let number = 0; number < 700; number++) journal.record(transition(String(number)));
      await journal.flush();
      expect(journal.pending).toBe(500);
    });
    const reasons = await reasonsOf(1);
    expect([reasons.length, reasons[0], reasons[499]]).toEqual([500, '699', '200']);
  });

  it('complains once, not every second', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await locked(async () => {
      for (let second = 0; second < 3; second++) {
        journal.record(transition('again'));
        await journal.flush();
      }
    });
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('stores all of a full disk again once there is room', async () => {
    await pragma(database, `max_page_count = ${String(await pragma(database, 'page_count'))}`);
    for (let number = 0; number < 400; number++) journal.record(transition(`${number} ${'x'.repeat(500)}`));
    await journal.flush();
    expect(journal).toMatchObject({ isStoring: false, pending: 400 });
    await pragma(database, 'max_page_count = 1000000');
    expect(await reasonsOf(1)).toHaveLength(400);
    expect(journal.isStoring).toBe(true);
  });
});
