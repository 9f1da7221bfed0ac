import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { at } from '../../testing/devices';
import { Api } from '../api/client';
import type { Alarm, AlarmChange } from '../api/models';
import { AlarmStore } from './alarm-store';
import { EventStream } from '../stream/event-stream';
import type { StreamEvent } from '../stream/stream-events';

const alarmOf = (alarm_id: string, connection_id = 1): Alarm => ({
  connection_id,
  connection_name: 'SNP-1',
  alarm_id,
  object_id: 'system',
  location: 'System Power Supply',
  reason: 'Power supply A is bad',
  raised_at: at(60_000),
  first_seen_at: at(60_000),
});
const change = (kind: AlarmChange['kind'], alarm: Alarm): StreamEvent => ({
  type: 'alarm',
  change: { ...alarm, kind, at: at(0) },
});

describe('AlarmStore', () => {
  const invoke = jest.fn<Promise<Alarm[]>, []>();
  let events$: Subject<readonly StreamEvent[]>;
  let store: AlarmStore;
  const ids = () => store.alarms()?.map(({ alarm_id }) => alarm_id);

  beforeEach(() => {
    jest.useFakeTimers();
    events$ = new Subject();
    invoke.mockReset().mockResolvedValue([alarmOf('1'), alarmOf('2')]);
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { invoke } },
        { provide: EventStream, useValue: { events$ } },
      ],
    });
    store = TestBed.inject(AlarmStore);
  });

  afterEach(() => jest.useRealTimers());

  it('reads nothing until someone wants to see alarms', () => {
    events$.next([{ type: 'reset' }]);
    jest.advanceTimersByTime(1000);
    expect(invoke).not.toHaveBeenCalled();
  });

  it('follows what is raised and cleared', async () => {
    await store.load();
    events$.next([change('raised', alarmOf('3')), change('cleared', alarmOf('1')), change('raised', alarmOf('2'))]);
    expect(ids()).toEqual(['2', '3']);
  });

  it('does not take the alarm of one device for that of another', async () => {
    await store.load();
    events$.next([change('cleared', alarmOf('1', 2))]);
    expect(ids()).toEqual(['1', '2']);
  });

  it('keeps an alarm whose reason has changed: the new one is raised, then the old one cleared', async () => {
    await store.load();
    const worse = { ...alarmOf('1'), reason: 'Power supplies A and B are bad' };
    events$.next([change('raised', worse), change('cleared', alarmOf('1'))]);
    expect(store.alarms()?.map(({ reason }) => reason)).toEqual([alarmOf('2').reason, worse.reason]);
  });

  it('applies what comes while the alarms are being read', async () => {
    const loading = store.load();
    events$.next([change('cleared', alarmOf('1'))]);
    await loading;
    expect(ids()).toEqual(['2']);
  });

  it('reads the alarms again when a session changes its state', async () => {
    await store.load();
    invoke.mockClear().mockResolvedValue([]);
    const lost = { id: 1, name: 'SNP-1', from: 'connected', to: 'disconnected', reason: '', at: at(0) } as const;
    events$.next([{ type: 'state', change: lost }]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ids()).toEqual([]);
  });
});
