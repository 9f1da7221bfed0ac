import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { changeConnections, listConnections } from '@snp/api-client';
import { Subject } from 'rxjs';
import { Api } from '../core/api/client';
import type { Connection } from '../core/api/models';
import { EventStream } from '../core/stream/event-stream';
import { FleetStore } from '../core/live/fleet-store';
import { Notify } from '../core/notify';
import { ConnectionsStore } from './connections-store';

const connectionOf = (id: number, enabled: boolean) => ({ id, name: `SNP-${id}`, enabled }) as Connection;

describe('ConnectionsStore', () => {
  const invoke = jest.fn<Promise<unknown>, [unknown, unknown?]>();
  const done = jest.fn<void, [string, (() => void)?]>();
  let answers: Promise<readonly Connection[]>[];
  let store: ConnectionsStore;
  const changes = () =>
    invoke.mock.calls.filter(([operation]) => operation === changeConnections).map(([, body]) => body);

  beforeEach(async () => {
    answers = [];
    const stored = [connectionOf(1, true), connectionOf(2, false), connectionOf(3, true)];
    done.mockReset();
    invoke.mockReset().mockImplementation((operation) => {
      return operation === listConnections ? (answers.shift() ?? Promise.resolve(stored)) : Promise.resolve(null);
    });
    TestBed.configureTestingModule({
      providers: [
        ConnectionsStore,
        { provide: Api, useValue: { invoke } },
        { provide: EventStream, useValue: { events$: new Subject() } },
        { provide: FleetStore, useValue: { devices: signal([]), device: () => undefined } },
        { provide: Notify, useValue: { done, failed: jest.fn() } },
      ],
    });
    store = TestBed.inject(ConnectionsStore);
    await Promise.resolve();
  });

  it('takes back what it has disabled, and leaves alone what was disabled before', async () => {
    await store.setEnabled([1, 2], false);
    const [, undo] = done.mock.calls[0];
    undo?.();
    expect(changes()).toEqual([{ body: { action: 'disable', ids: [1, 2] } }, { body: { action: 'enable', ids: [1] } }]);
  });

  it('offers no way back where nothing has changed', async () => {
    await store.setEnabled([2], false);
    expect(done.mock.calls[0][1]).toBeUndefined();
  });

  it('shows what was read last, whichever answer comes last', async () => {
    const [old, fresh] = [[connectionOf(1, true)], [connectionOf(1, false)]];
    let answerOld = (_connections: readonly Connection[]): void => undefined;
    answers = [new Promise((resolve) => (answerOld = resolve)), Promise.resolve(fresh)];
    const first = store.load();
    await store.load();
    answerOld(old);
    await first;
    expect(store.connections()).toEqual(fresh);
  });
});
