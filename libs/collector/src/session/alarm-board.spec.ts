import type { ActiveAlarm } from '@snp/protocol';
import { AlarmBoard } from './alarm-board';

const alarm = (id: string, reason = 'Power supply A is bad'): ActiveAlarm => ({
  ...{ id, reason, location: 'System Power Supply', objectId: 'system' },
  ...{ elementIp: '10.0.0.1', raisedAt: null },
});

describe('the alarms of a device', () => {
  it('are told with what was raised and what cleared', () => {
    const board = new AlarmBoard();
    expect(board.update([alarm('1'), alarm('2')])).toMatchObject({ raised: [alarm('1'), alarm('2')], cleared: [] });
    expect(board.update([alarm('2'), alarm('3')])).toEqual({
      active: [alarm('2'), alarm('3')],
      raised: [alarm('3')],
      cleared: [alarm('1')],
    });
  });

  it('are no news when they are told again', () => {
    const board = new AlarmBoard();
    board.update([alarm('1')]);
    expect(board.update([alarm('1')])).toBeUndefined();
  });

  it('are unknown while the device is lost, and then compared with what they were', () => {
    const board = new AlarmBoard();
    board.update([alarm('1'), alarm('2')]);
    board.lose();
    expect(board.active).toEqual([]);
    expect(board.update([alarm('2')])).toEqual({ active: [alarm('2')], raised: [], cleared: [alarm('1')] });
    board.lose();
    expect(board.update([alarm('2')])).toEqual({ active: [alarm('2')], raised: [], cleared: [] });
  });
});
