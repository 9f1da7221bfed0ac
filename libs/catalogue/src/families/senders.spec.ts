import { PretendDevice, seriesOf } from '../testing/pretend-device';

const NOWHERE = 'Dst Unreachable';
const MAC = '01:00:5e:00:00:01';
const audio = (...rows: object[]) => ({ type: 'ipAudTx', object_ID: 'ipAudTx', ipAudTxStatus: rows });
const resolved = (essence: string, index: number, leg: string) =>
  `ic_snp_sender_destination_resolved{essence="${essence}",index="${index}",leg="${leg}"}`;

describe('the destination of a sender', () => {
  it('is told of senders of which a leg has one', () => {
    const status = audio(
      { idx: 1, priTxMacAddr: MAC, secTxMacAddr: NOWHERE },
      { idx: 2, priTxMacAddr: NOWHERE, secTxMacAddr: NOWHERE },
      { idx: 3, priTxMacAddr: 'N/A', secTxMacAddr: MAC },
    );
    expect(seriesOf('senders', status)).toEqual({
      [resolved('audio', 1, 'primary')]: 1,
      [resolved('audio', 1, 'secondary')]: 0,
      [resolved('audio', 3, 'secondary')]: 1,
    });
  });

  it('stays as 0 when it is lost, until the session ends', () => {
    const device = new PretendDevice(['senders']);
    device.says(audio({ idx: 1, priTxMacAddr: MAC, secTxMacAddr: MAC }));
    const lost = audio({ idx: 1, priTxMacAddr: NOWHERE, secTxMacAddr: NOWHERE });
    expect(device.says(lost).series).toEqual({
      [resolved('audio', 1, 'primary')]: 0,
      [resolved('audio', 1, 'secondary')]: 0,
    });
    device.device.lose();
    expect(device.says(lost).series).toEqual({});
  });

  it('is told of all senders where they are wanted', () => {
    const status = audio({ idx: 2, priTxMacAddr: NOWHERE, secTxMacAddr: '' });
    expect(seriesOf('senders', status, { senders: 'all' })).toEqual({ [resolved('audio', 2, 'primary')]: 0 });
  });

  it('is told of every essence', () => {
    const statuses = [
      {
        type: 'ipVidTx',
        ipVidTxStatus: [{ idx: 1, priTxMacAddr: MAC }],
        ipVidTxProxyStatus: [{ idx: 1, priTxProxyMacAddr: NOWHERE, secTxProxyMacAddr: MAC }],
      },
      { type: 'ipAncTx', ipAncTxStatus: [{ idx: 4, secTxMacAddr: MAC }] },
    ];
    expect(seriesOf('senders', statuses)).toEqual({
      [resolved('video', 1, 'primary')]: 1,
      [resolved('video_proxy', 1, 'primary')]: 0,
      [resolved('video_proxy', 1, 'secondary')]: 1,
      [resolved('ancillary', 4, 'secondary')]: 1,
    });
  });

  it('of one device is not that of another', () => {
    const first = new PretendDevice(['senders']).says(audio({ idx: 1, priTxMacAddr: MAC }));
    const second = first.decoder.device();
    const target = first.store.addTarget('second');
    second.status({ type: 'ipAudTx', objectId: 'ipAudTx', body: audio({ idx: 1, priTxMacAddr: NOWHERE }) }, target);
    expect(target.seriesCount()).toBe(0);
  });
});

describe('the bandwidth of a video sender', () => {
  it.each([
    ['Ok', 1],
    ['OK', 1],
    ['ok ', 1],
    ['Exceeded', 0],
    ['Disabled', 0],
    ['N/A', undefined],
    ['', undefined],
    [true, undefined],
  ])('%j is %p for one with a destination', (TxChBandwidth, expected) => {
    const series = seriesOf('senders', {
      type: 'ipVidTx',
      ipVidTxStatus: [{ idx: 5, TxChBandwidth, priTxMacAddr: MAC }],
      ipVidTxProxyStatus: [{ idx: 9, TxProxyChBandwidth: TxChBandwidth, secTxProxyMacAddr: MAC }],
    });
    expect(series['ic_snp_sender_bandwidth_ok{essence="video",index="5"}']).toBe(expected);
    expect(series['ic_snp_sender_bandwidth_ok{essence="video_proxy",index="9"}']).toBe(expected);
  });

  const video = (row: object) => ({ type: 'ipVidTx', ipVidTxStatus: [{ idx: 5, ...row }] });
  const off = video({ TxChBandwidth: 'Disabled', priTxMacAddr: NOWHERE });
  const bandwidth = (device: PretendDevice) => device.family('ic_snp_sender_bandwidth_ok');

  it.each(['resolved', 'all'] as const)('is not told of one that never had a destination (senders: %s)', (senders) => {
    expect(bandwidth(new PretendDevice(['senders'], { senders }).says(off))).toEqual({});
  });

  it('stays as 0 for one that is switched off and so loses its destination', () => {
    const device = new PretendDevice(['senders']).says(video({ TxChBandwidth: 'Ok', priTxMacAddr: MAC }));
    expect(bandwidth(device.says(off))).toEqual({ 'ic_snp_sender_bandwidth_ok{essence="video",index="5"}': 0 });
  });
});
