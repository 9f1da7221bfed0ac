import { START } from '../testing/fakes';
import { aVideoReceiver, videoReceivers } from '../testing/statuses';
import { ReceiverWatch } from './receiver-watch';

const SECOND = 1_000;

const missing = (idx: number, count: string | number | undefined) => aVideoReceiver(idx, { VidRxMissingPktCnt: count });

describe('packets that a receiver misses', () => {
  it.each([
    ['is not known after one status', [[0, '5']], null],
    [
      'is what came in between two',
      [
        [0, '5'],
        [1, '15'],
      ],
      10,
    ],
    [
      'is nothing when the count stays',
      [
        [0, '5'],
        [1, '5'],
      ],
      0,
    ],
    [
      'goes by the time that passed',
      [
        [0, '5'],
        [4, '7'],
      ],
      0.5,
    ],
    [
      'is not known when the device has reset its counter',
      [
        [0, '500'],
        [1, '5'],
      ],
      null,
    ],
    [
      'counts beyond 2^32',
      [
        [0, '1221876063630'],
        [1, '1221876063636'],
      ],
      6,
    ],
    [
      'is not known while the device does not say',
      [
        [0, '5'],
        [1, 'N/A'],
      ],
      null,
    ],
  ] as [string, [number, string][], number | null][])('per second %s', (_case, statuses, expected) => {
    const watch = new ReceiverWatch();
    let at = START;
    for (const [second, count] of statuses) {
      at = START + second * SECOND;
      watch.read('ipVidRx', videoReceivers(missing(4, count)), at);
    }
    expect(watch.lossRate('video', 4, at)).toBe(expected);
  });

  it('are none any more when the device has sent no other count for more than 10 s', () => {
    const watch = new ReceiverWatch();
    watch.read('ipVidRx', videoReceivers(missing(4, '5')), START);
    watch.read('ipVidRx', videoReceivers(missing(4, '9')), START + SECOND);
    expect(watch.lossRate('video', 4, START + 11 * SECOND)).toBe(4);
    expect(watch.lossRate('video', 4, START + 11 * SECOND + 1)).toBe(0);
  });

  it('are told of the receivers whose count rose since a moment', () => {
    const watch = new ReceiverWatch();
    watch.read('ipVidRx', videoReceivers(missing(4, '5'), missing(5, '5')), START);
    watch.read('ipVidRx', videoReceivers(missing(4, '5'), missing(5, '6')), START + SECOND);
    watch.read('ipVidRx', videoReceivers(missing(4, '6'), missing(5, '6')), START + 2 * SECOND);
    expect(watch.losingSince(START + 2 * SECOND)).toEqual([{ essence: 'video', index: 4 }]);
    expect(watch.losingSince(START)).toHaveLength(2);
    expect(watch.losingSince(START + 3 * SECOND)).toEqual([]);
  });
});

const switching = (count: number, switches: string | undefined) =>
  aVideoReceiver(4, { VidRxMissingPktCnt: String(count), VidRxSwitchCount: switches });

describe('a receiver that switches', () => {
  const watching = (...statuses: [second: number, missing: number, switches: string | undefined][]) => {
    const watch = new ReceiverWatch();
    for (const [second, count, switches] of statuses) {
      watch.read('ipVidRx', videoReceivers(switching(count, switches)), START + second * SECOND);
    }
    return watch;
  };

  it.each<[what: string, statuses: [number, number, string | undefined][], isLosing: boolean]>([
    [
      'with the switch',
      [
        [0, 5, '2'],
        [1, 9, '3'],
      ],
      false,
    ],
    [
      'in the 10 s after it',
      [
        [0, 5, '2'],
        [1, 5, '3'],
        [11, 9, '3'],
      ],
      false,
    ],
    [
      'in the 10 s before it',
      [
        [0, 5, '2'],
        [1, 9, '2'],
        [2, 9, '3'],
      ],
      false,
    ],
    [
      'later',
      [
        [0, 5, '2'],
        [1, 5, '3'],
        [12, 9, '3'],
      ],
      true,
    ],
    [
      'at the second switch of two',
      [
        [0, 5, '2'],
        [1, 5, '3'],
        [12, 9, '4'],
      ],
      false,
    ],
    [
      'while the count of switches is not known',
      [
        [0, 5, undefined],
        [1, 9, undefined],
      ],
      true,
    ],
    [
      'when the count of switches comes and goes',
      [
        [0, 5, '2'],
        [1, 6, 'N/A'],
        [2, 7, '2'],
      ],
      true,
    ],
  ])('loses packets only %s', (_what, statuses, isLosing) => {
    const [last] = statuses.slice(-1);
    const losing = watching(...statuses).losingSince(START + (last[0] - 10) * SECOND);
    expect(losing).toEqual(isLosing ? [{ essence: 'video', index: 4 }] : []);
  });
});

describe('the receivers of a device', () => {
  it('are counted over all essences, those with a source only', () => {
    const watch = new ReceiverWatch();
    expect(watch.count).toBeNull();
    watch.read('ipVidRx', videoReceivers(aVideoReceiver(1), { idx: 2, VidRxPriIPsourceRO: '0.0.0.0' }), START);
    watch.read('ipAudRx', { ipAudRxStatus: [{ idx: 1, AudRxSecIPsourceRO: '239.1.1.1' }] }, START);
    watch.read('ipAncRx', { ipAncRxStatus: [] }, START);
    expect(watch.count).toBe(2);
  });

  it('are unprotected by what the last row with their number says', () => {
    const watch = new ReceiverWatch();
    const bare = aVideoReceiver(4, { VidRxSeamlessStatus: 'Not Present' });
    watch.read('ipVidRx', videoReceivers(bare, aVideoReceiver(4)), START);
    expect(watch.unprotected()).toEqual([]);
    watch.read('ipVidRx', videoReceivers(aVideoReceiver(4), bare), START);
    expect(watch.unprotected()).toEqual([{ essence: 'video', index: 4 }]);
  });

  it.each([
    ['Present', []],
    ['Present (Loopback)', []],
    ['Not Present', []],
    ['N/A', []],
    ['Something new', []],
    ['Primary Only', [{ essence: 'audio', index: 7, leg: 'secondary' }]],
    ['secondary only ', [{ essence: 'audio', index: 7, leg: 'primary' }]],
  ])('that say %j have lost the legs %j, if they have two sources', (AudRxSeamlessStatus, lost) => {
    const sources = { AudRxPriIPsourceRO: '239.1.1.1', AudRxSecIPsourceRO: '239.2.1.1' };
    const watch = new ReceiverWatch();
    watch.read('ipAudRx', { ipAudRxStatus: [{ idx: 7, ...sources, AudRxSeamlessStatus }] }, START);
    expect(watch.lostLegs()).toEqual(lost);
    const one = { ...sources, AudRxSecIPsourceRO: '0.0.0.0' };
    watch.read('ipAudRx', { ipAudRxStatus: [{ idx: 7, ...one, AudRxSeamlessStatus }] }, START);
    expect(watch.lostLegs()).toEqual([]);
  });

  it('are gone with the rows, and all of them with the session', () => {
    const watch = new ReceiverWatch();
    watch.read('ipVidRx', videoReceivers(missing(4, '1')), START);
    watch.read('ipVidRx', videoReceivers(missing(4, '2')), START + SECOND);
    watch.read('ipVidRx', videoReceivers(), START + 2 * SECOND);
    expect(watch.lossRate('video', 4, START)).toBeNull();
    expect(watch.count).toBe(0);
    watch.clear();
    expect(watch.count).toBeNull();
  });

  it.each([
    ['no rows', {}],
    ['rows that are none', { ipVidRxStatus: 'N/A' }],
    ['rows of odd kinds', { ipVidRxStatus: [null, 7, 'x', [], { idx: {} }, { VidRxPriIPsourceRO: 5, idx: 1 }] }],
    ['numbers that are none', { ipVidRxStatus: [{ VidRxPriIPsourceRO: '239.1.1.1', idx: -1 }] }],
  ])('are none where a device sends %s', (_case, body) => {
    const watch = new ReceiverWatch();
    expect(watch.read('ipVidRx', body, START)).toBe(true);
    expect(watch.count).toBe(0);
  });

  it('are at most 1,024 of each essence', () => {
    const watch = new ReceiverWatch();
    watch.read('ipVidRx', videoReceivers(...Array.from({ length: 5_000 }, (_, idx) => aVideoReceiver(idx + 1))), START);
    expect(watch.count).toBe(1_024);
  });
});
