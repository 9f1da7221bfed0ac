import { SenderWatch } from './sender-watch';

const MAC = '01:00:5e:2f:64:0b';
const NO_NEXT_HOP = 'Dst Unreachable';

const sender = (idx: number, TxChBandwidth: string, priTxMacAddr = MAC) => ({
  idx,
  priTxMacAddr,
  secTxMacAddr: NO_NEXT_HOP,
  TxChBandwidth,
});

describe('senders that are switched off because bandwidth is short', () => {
  const watching = (...rows: object[]) => {
    const watch = new SenderWatch();
    watch.read('ipVidTx', { ipVidTxStatus: rows });
    return watch;
  };

  it.each([
    ['OK', sender(18, 'OK'), []],
    ['Ok', sender(18, 'Ok '), []],
    ['nothing', sender(18, 'N/A'), []],
    ['Disabled', sender(18, 'Disabled'), [{ essence: 'video', index: 18 }]],
    ['something new', sender(18, 'Throttled'), [{ essence: 'video', index: 18 }]],
    ['Disabled without ever a destination', sender(18, 'Disabled', NO_NEXT_HOP), []],
  ])('are told of one that says %s', (_what, row, expected) => {
    expect(watching(row).switchedOff()).toEqual(expected);
  });

  it('are those that had a destination in this session, until they are on again, gone, or forgotten', () => {
    const watch = watching(sender(1, 'Ok'), sender(2, 'Ok'), sender(3, 'Ok', NO_NEXT_HOP));
    const off = [1, 2, 3].map((idx) => sender(idx, 'Disabled', NO_NEXT_HOP));
    watch.read('ipVidTx', { ipVidTxStatus: off });
    expect(watch.switchedOff().map(({ index }) => index)).toEqual([1, 2]);
    watch.read('ipVidTx', { ipVidTxStatus: [sender(1, 'Ok', NO_NEXT_HOP), off[1]] });
    expect(watch.switchedOff().map(({ index }) => index)).toEqual([2]);
    watch.read('ipVidTx', { ipVidTxStatus: [] });
    expect(watch.switchedOff()).toEqual([]);
    watch.read('ipVidTx', { ipVidTxStatus: off });
    watch.clear();
    watch.read('ipVidTx', { ipVidTxStatus: off });
    expect(watch.switchedOff()).toEqual([]);
  });

  it('are proxies too; of two rows with the same number the last one counts', () => {
    const watch = watching(sender(1, 'Disabled'), sender(1, 'Ok'));
    const proxy = { idx: 3, priTxProxyMacAddr: MAC, TxProxyChBandwidth: 'Disabled' };
    expect(watch.read('ipVidTx', { ipVidTxStatus: [sender(1, 'Ok')], ipVidTxProxyStatus: [proxy] })).toBe(true);
    expect(watch.switchedOff()).toEqual([{ essence: 'video_proxy', index: 3 }]);
    expect(watch.read('ipVidRx', {})).toBe(false);
  });
});
