import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { getDeviceStatus, listObjects } from '@snp/api-client';
import { Subject } from 'rxjs';
import { at, NOW, summaryOf } from '../testing/devices';
import { Api } from '../core/api/client';
import { EventStream } from '../core/stream/event-stream';
import { FleetStore } from '../core/live/fleet-store';
import type { StreamEvent } from '../core/stream/stream-events';
import { Notify } from '../core/notify';
import { DeviceStore } from './device-store';

const OBJECTS = [{ element: null }, { element: '10.0.0.2' }, { element: '10.0.0.2' }, { element: '10.0.0.3' }];

describe('DeviceStore', () => {
  const invoke = jest.fn<Promise<unknown>, [unknown, unknown]>();
  let events$: Subject<readonly StreamEvent[]>;
  let store: DeviceStore;
  const readings = () => invoke.mock.calls.filter(([operation]) => operation === getDeviceStatus).length;
  const summary = (id: number): StreamEvent => ({ type: 'summary', device: summaryOf(id) });

  beforeEach(async () => {
    jest.useFakeTimers({ now: NOW });
    events$ = new Subject();
    const status = { connection_id: 1, name: 'SNP-1', generated_at: at(0), session: { state: 'connected' } };
    invoke.mockReset().mockImplementation((operation) => {
      return Promise.resolve(operation === listObjects ? OBJECTS : status);
    });
    TestBed.configureTestingModule({
      providers: [
        DeviceStore,
        { provide: Api, useValue: { invoke } },
        { provide: EventStream, useValue: { events$ } },
        { provide: FleetStore, useValue: { devices: signal([]), device: () => undefined } },
        { provide: Notify, useValue: {} },
      ],
    });
    store = TestBed.inject(DeviceStore);
    store.open(1);
    await jest.advanceTimersByTimeAsync(0);
  });

  afterEach(() => jest.useRealTimers());

  it('reads a device when it is opened, and not again without events', async () => {
    await jest.advanceTimersByTimeAsync(60_000);
    expect(readings()).toBe(1);
  });

  it('reads it every two seconds while it reports', async () => {
    for (let times = 0; times < 10; times++) {
      events$.next([summary(1)]);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(readings()).toBe(6);
  });

  it('reads it once more when an event came too soon after the last reading', async () => {
    await jest.advanceTimersByTimeAsync(500);
    events$.next([summary(1)]);
    expect(readings()).toBe(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(readings()).toBe(2);
  });

  it('knows the further elements, whose objects only the Raw tab shows', () => {
    expect(store.furtherElements()).toBe('10.0.0.2, 10.0.0.3');
  });

  it('ignores other devices', async () => {
    events$.next([summary(2)]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(readings()).toBe(1);
  });
});
