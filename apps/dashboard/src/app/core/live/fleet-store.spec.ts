import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { at, deviceOf, NOW, summaryOf } from '../../testing/devices';
import { Api } from '../api/client';
import type { Fleet, FleetDevice } from '../api/models';
import { EventStream } from '../stream/event-stream';
import { Clock } from '../clock';
import { FleetStore } from './fleet-store';
import type { StreamEvent } from '../stream/stream-events';

const YEAR = 365 * 86_400_000;

const fleetOf = (...devices: FleetDevice[]): Fleet => ({
  generated_at: at(0),
  counts: { healthy: 0, degraded: 0, failed: 0, no_data: 0, off: 0 },
  devices,
});

describe('FleetStore', () => {
  let events$: Subject<readonly StreamEvent[]>;
  const state = signal('connecting');
  const lostSince = signal<number | null>(null);
  const starts = signal(0);
  const invoke = jest.fn<Promise<Fleet>, []>();
  let store: FleetStore;

  beforeEach(async () => {
    jest.useFakeTimers({ now: NOW });
    events$ = new Subject();
    state.set('connecting');
    lostSince.set(null);
    invoke.mockReset().mockResolvedValue(fleetOf(deviceOf(1), deviceOf(2)));
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { invoke } },
        { provide: EventStream, useValue: { events$, state, lostSince, starts } },
      ],
    });
    store = TestBed.inject(FleetStore);
    await jest.advanceTimersByTimeAsync(0);
  });

  afterEach(() => jest.useRealTimers());

  it('shows a summary at its device and leaves the others alone', () => {
    const other = store.device(2)?.summary();
    events$.next([{ type: 'summary', device: summaryOf(1, { name: 'renamed' }) }]);
    expect(store.device(1)?.summary().name).toBe('renamed');
    expect(store.device(2)?.summary()).toBe(other);
  });

  it('counts devices at the level that is shown, not the last one received', () => {
    expect(store.counts()).toMatchObject({ healthy: 2, no_data: 0 });
    lostSince.set(performance.now() - 11_000);
    expect(store.counts()).toMatchObject({ healthy: 0, no_data: 2 });
  });

  it('marks a device as stale when it sends nothing', async () => {
    await jest.advanceTimersByTimeAsync(9_000);
    events$.next([{ type: 'summary', device: summaryOf(2, { last_message_at: at(-9_000) }) }]);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(store.device(1)?.health().level).toBe('no_data');
    expect(store.device(2)?.health().level).toBe('healthy');
  });

  it('reads the fleet once for many announced changes', async () => {
    invoke.mockClear();
    events$.next([1, 2, 3].map((id) => ({ type: 'connection', change: { kind: 'added', id } })));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('reads the fleet again when another tab has started to read the stream', async () => {
    state.set('live');
    await jest.advanceTimersByTimeAsync(0);
    invoke.mockClear();
    starts.update((count) => count + 1);
    await jest.advanceTimersByTimeAsync(0);
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('reads the fleet again when events were missed', async () => {
    invoke.mockClear().mockResolvedValue(fleetOf(deviceOf(3)));
    events$.next([{ type: 'reset' }]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(store.devices().map(({ id }) => id)).toEqual([3]);
  });

  it('applies events that arrive while the fleet is being read', async () => {
    const answer = Promise.resolve(fleetOf(deviceOf(1, { name: 'old' })));
    invoke.mockReturnValue(answer);
    const loading = store.load();
    events$.next([{ type: 'summary', device: summaryOf(1, { name: 'new' }) }]);
    await loading;
    expect(store.device(1)?.summary().name).toBe('new');
  });

  it('keeps the devices it knows when the fleet cannot be read, and says why', async () => {
    invoke.mockRejectedValue(new HttpErrorResponse({ status: 503, error: { title: 'Database is locked' } }));
    await store.load();
    expect(store.problem()?.title).toBe('Database is locked');
    expect(store.devices()).toHaveLength(2);
  });

  it('shows right ages on a computer whose clock is wrong', async () => {
    jest.setSystemTime(NOW + 3_600_000);
    await store.load();
    expect(store.device(1)?.health().level).toBe('healthy');
  });

  describe.each([-3_600_000, 3_600_000, -10 * YEAR, 10 * YEAR])('when a clock is set by %d ms', (step) => {
    const heardOf = async (serverIsAheadBy: number) => {
      await jest.advanceTimersByTimeAsync(1_000);
      const sinceStart = performance.now() - begun;
      const last_message_at = at(-sinceStart - serverIsAheadBy);
      invoke.mockResolvedValue({
        ...fleetOf(deviceOf(1, { last_message_at }), deviceOf(2)),
        generated_at: last_message_at,
      });
      events$.next([{ type: 'summary', device: summaryOf(1, { last_message_at }) }]);
      await jest.advanceTimersByTimeAsync(0);
    };
    const levels = () => [1, 2].map((id) => store.device(id)?.health().level);
    let begun: number;

    beforeEach(() => {
      begun = performance.now();
    });

    it('shows the same devices as stale if it is the server’s', async () => {
      for (const ahead of [0, step, step, 0, step + step]) {
        await heardOf(ahead);
        expect(levels()).toEqual(['healthy', 'healthy']);
      }
      for (let second = 0; second < 8; second++) await heardOf(step);
      expect(levels()).toEqual(['healthy', 'no_data']);
    });

    it('shows the same devices as stale if it is this computer’s, and asks for the server’s time', async () => {
      state.set('live');
      await jest.advanceTimersByTimeAsync(0);
      invoke.mockClear();
      for (let second = 0; second < 5; second++) {
        if (second % 2 === 1) jest.setSystemTime(Date.now() + step);
        await heardOf(0);
        expect(levels()).toEqual(['healthy', 'healthy']);
      }
      expect(invoke).toHaveBeenCalledTimes(2);
      expect(Math.abs(TestBed.inject(Clock).now() - NOW)).toBeLessThan(60_000);
    });
  });
});
