import { alarmChanges, alarmKey, type ActiveAlarm } from './alarms';

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
