import { ActiveAlarms, alarmChanges, alarmKey, type ActiveAlarm } from './alarms';

const alarm: ActiveAlarm = {
  ...{ id: '55', reason: 'Power supply A is bad', location: 'Power', objectId: 'system' },
  ...{ elementIp: '10.0.0.1', raisedAt: 1_000 },
};

describe('two alarms of a device', () => {
  it('are the same whatever the device says of the time and of its address', () => {
    expect(alarmKey({ ...alarm, raisedAt: null, elementIp: '127.0.0.1' })).toBe(alarmKey(alarm));
  });

  it.each(['id', 'reason', 'location', 'objectId'] as const)('are told apart by their %s', (field) => {
    expect(alarmKey({ ...alarm, [field]: 'other' })).not.toBe(alarmKey(alarm));
  });

  it('are told apart however their texts are divided among the fields', () => {
    expect(alarmKey({ ...alarm, id: '5', objectId: '5' })).not.toBe(alarmKey({ ...alarm, id: '55', objectId: '' }));
  });
});

describe('the difference of two lists of alarms', () => {
  const list = (...ids: string[]) => new Map(ids.map((id) => [alarmKey({ ...alarm, id }), id]));

  it('is what was raised and what cleared, in the order of its list', () => {
    expect(alarmChanges(list('1', '2', '3'), list('5', '2', '4'))).toEqual({ raised: ['5', '4'], cleared: ['1', '3'] });
  });

  it('is nothing for the same alarms in another order', () => {
    expect(alarmChanges(list('1', '2'), list('2', '1'))).toEqual({ raised: [], cleared: [] });
  });

  it('begins and ends with empty lists', () => {
    expect(alarmChanges(list(), list('1'))).toEqual({ raised: ['1'], cleared: [] });
    expect(alarmChanges(list('1'), list())).toEqual({ raised: [], cleared: ['1'] });
  });
});

describe('the active alarms of a device', () => {
  const fan: ActiveAlarm = { ...alarm, id: '7', reason: 'Fan stalled' };

  it('keep the time at which each was first seen until it clears', () => {
    const alarms = new ActiveAlarms([{ alarm, firstSeenAt: 1 }]);
    expect(alarms.update([alarm, fan], 2).raised).toEqual([{ alarm: fan, firstSeenAt: 2 }]);
    expect(alarms.update([fan], 3).cleared).toEqual([{ alarm, firstSeenAt: 1 }]);
    expect(alarms.update([alarm, fan], 4).raised).toEqual([{ alarm, firstSeenAt: 4 }]);
    expect(alarms.find({ ...fan, raisedAt: null })).toEqual({ alarm: fan, firstSeenAt: 2 });
  });

  it('are looked up without being kept', () => {
    const alarms = new ActiveAlarms([{ alarm, firstSeenAt: 1 }]);
    expect(alarms.lookUp([fan, alarm], 2)).toEqual([
      { alarm: fan, firstSeenAt: 2 },
      { alarm, firstSeenAt: 1 },
    ]);
    expect(alarms.all).toEqual([{ alarm, firstSeenAt: 1 }]);
  });

  it('are at most 500; the others are counted, what is the same as an earlier one is not', () => {
    const alarms = new ActiveAlarms();
    const flood = Array.from({ length: 503 }, (_, id) => ({ ...alarm, id: String(id) }));
    expect(alarms.update([...flood, ...flood.slice(0, 100)], 1).dropped).toBe(3);
    expect(alarms.all).toHaveLength(500);
  });
});
