import { Logger } from '@nestjs/common';
import { ConnectionStates } from './connection-states';
import type { StatusRepository, StatusRow } from './status.repository';

/** Keeps what it is given; refuses when told to. */
class Statuses implements Pick<StatusRepository, 'store'> {
  readonly stored: (readonly StatusRow[])[] = [];
  refusal: Error | undefined;

  store(rows: readonly StatusRow[]): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.stored.push(rows);
    return Promise.resolve();
  }
}

let statuses: Statuses;
let states: ConnectionStates;
let warn: jest.SpyInstance;

beforeEach(() => {
  statuses = new Statuses();
  states = new ConnectionStates(statuses as unknown as StatusRepository);
  warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  jest.spyOn(Logger.prototype, 'log').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

const AT = Date.parse('2026-02-03T20:00:00.900Z');

it('stores the transitions of a whole fleet together, and of each connection the last one', async () => {
  await Promise.all([
    states.record(1, 'connecting', AT),
    states.record(2, 'connecting', AT),
    states.record(1, 'connected', AT + 1_000),
  ]);
  expect(statuses.stored).toEqual([
    [
      { connectionId: 1, status: 'connected', lastUpdate: '2026-02-03 20:00:01' },
      { connectionId: 2, status: 'connecting', lastUpdate: '2026-02-03 20:00:00' },
    ],
  ]);
});

it('keeps when the device was last heard through transitions that do not know it', async () => {
  statuses.refusal = new Error('the disk is full');
  await Promise.all([states.record(1, 'connected', AT), states.record(1, 'disconnected', null)]);
  await states.record(1, 'connecting', null);
  statuses.refusal = undefined;
  await states.record(2, 'connecting', null);
  expect(statuses.stored.flat()).toEqual([
    { connectionId: 1, status: 'connecting', lastUpdate: '2026-02-03 20:00:00' },
    { connectionId: 2, status: 'connecting', lastUpdate: null },
  ]);
});

it('stores a transition that comes while another one is being stored', async () => {
  const first = states.record(1, 'connecting', AT);
  await Promise.resolve();
  await Promise.resolve();
  const second = states.record(1, 'connected', AT);
  await Promise.all([first, second]);
  expect(statuses.stored.flat().at(-1)).toMatchObject({ connectionId: 1, status: 'connected' });
});

it('never fails, complains once, and stores later what could not be stored', async () => {
  statuses.refusal = new Error('the disk is full');
  await states.record(1, 'connected', AT);
  await states.record(2, 'error', AT);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledWith('connection states cannot be stored', { reason: 'the disk is full' });
  statuses.refusal = undefined;
  await states.record(1, 'disconnected', AT);
  expect(statuses.stored.flat()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ connectionId: 1, status: 'disconnected' }),
      expect.objectContaining({ connectionId: 2, status: 'error' }),
    ]),
  );
});
