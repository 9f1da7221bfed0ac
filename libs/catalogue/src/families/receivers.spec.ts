import { named, PretendDevice, seriesOf, type Series } from '../testing/pretend-device';

const ON = { VidRxPriIPsourceRO: '239.0.0.1', VidRxPriPortRO: '20000' };
const video = (...rows: object[]) => ({ type: 'ipVidRx', object_ID: 'ipVidRx', ipVidRxStatus: rows });
const audio = (...rows: object[]) => ({ type: 'ipAudRx', object_ID: 'ipAudRx', ipAudRxStatus: rows });
const ancillary = (...rows: object[]) => ({ type: 'ipAncRx', object_ID: 'ipAncRx', ipAncRxStatus: rows });

/** The series of one video receiver besides its facts. */
function read(row: object): Series {
  const all = Object.entries(seriesOf('receivers', video({ idx: 7, ...ON, ...row })));
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('ic_snp_receiver_info')));
}

const V = 'essence="video",index="7"';
const states = (one: string): Record<string, number> =>
  Object.fromEntries(
    ['present', 'loopback', 'primary_only', 'secondary_only', 'not_present', 'other'].map((state) => [
      `protection_state{${V},state="${state}"}`,
      Number(state === one),
    ]),
  );

describe('a configured receiver', () => {
  it.each<[object, Record<string, number>]>([
    [{ VidRxStd: '1080i/50' }, { [`signal_present{${V}}`]: 1 }],
    [{ VidRxStd: 'Not Present' }, { [`signal_present{${V}}`]: 0 }],
    [{ VidRxStd: 'Unknown' }, { [`signal_present{${V}}`]: 0 }],
    [{ VidRxStd: 'N/A' }, {}],
    [{ VidRxStd: '' }, {}],
    [{ VidRxStd: 5 }, {}],
    [{ VidRxClkDomainStatus: 'Synchronous' }, { [`clock_synchronous{${V}}`]: 1 }],
    [{ VidRxClkDomainStatus: 'Asynchronous' }, { [`clock_synchronous{${V}}`]: 0 }],
    [{ VidRxClkDomainStatus: 'Unknown' }, {}],
    [{ VidRxMBBstatus: 'Ready' }, { [`make_before_break_ready{${V}}`]: 1 }],
    [{ VidRxMBBstatus: 'Busy' }, { [`make_before_break_ready{${V}}`]: 0 }],
    [
      { VidRxReadPktCnt: '1675704744', VidRxMissingPktCnt: '1', VidRxOORPktCnt: '0', VidRxSwitchCount: '2' },
      {
        [`packets_total{${V}}`]: 1675704744,
        [`missing_packets_total{${V}}`]: 1,
        [`out_of_range_packets_total{${V}}`]: 0,
        [`switches_total{${V}}`]: 2,
      },
    ],
    [{ VidRxReadPktCnt: 'lots', VidRxMissingPktCnt: '-1', VidRxOORPktCnt: null }, {}],
    [
      { VidRxNetworkJitter: '0.250 ms', VidRxNetworkPathDiff: '12 us' },
      { [`network_jitter_seconds{${V}}`]: 0.00025, [`path_difference_seconds{${V}}`]: 0.000012 },
    ],
    [{ VidRxSeamlessStatus: 'Present' }, states('present')],
    [{ VidRxSeamlessStatus: 'Present (Loopback)' }, states('loopback')],
    [{ VidRxSeamlessStatus: 'Primary Only' }, states('primary_only')],
    [{ VidRxSeamlessStatus: 'Secondary Only' }, states('secondary_only')],
    [{ VidRxSeamlessStatus: 'Not Present' }, states('not_present')],
    [{ VidRxSeamlessStatus: 'Half Present' }, states('other')],
    [{ VidRxSeamlessStatus: 'N/A' }, {}],
    [{ VidRxSwitchErrMsg: 'None' }, { [`switch_error{${V}}`]: 0 }],
    [{ VidRxSwitchErrMsg: '' }, { [`switch_error{${V}}`]: 0 }],
    [{ VidRxSwitchErrMsg: 'Join failed' }, { [`switch_error{${V}}`]: 1 }],
    [{ VidRxSwitchErrMsg: 'N/A' }, {}],
    [{}, {}],
  ])('%j is %j', (row, expected) => expect(read(row)).toEqual(named('ic_snp_receiver_', expected)));

  it('tells where it receives from and what', () => {
    const statuses = [
      video({
        idx: 1,
        ...ON,
        VidRxSecIPsourceRO: '239.0.1.1',
        VidRxSecPortRO: '20002',
        VidRxStd: '2160p/50',
        VidRxColorimetry: 'Rec 2020/2100',
        VidRxTransferCharacteristics: 'HLG',
      }),
      audio({
        idx: 2,
        AudRxSecIPsourceRO: '239.0.1.2',
        AudRxSecPortRO: '30000',
        AudRxNumChStatus: '8',
        AudRxPacketTime: '1 ms',
      }),
      ancillary({
        idx: 3,
        AncRxPriIPsourceRO: '239.0.0.3',
        AncRxPriPortRO: '40000',
        AncRxSecIPsourceRO: '0.0.0.0',
        AncRxSecPortRO: '0',
      }),
    ];
    const device = new PretendDevice(['receivers']).says(...statuses);
    expect(device.family('ic_snp_receiver_info')).toEqual({
      'ic_snp_receiver_info{essence="video",index="1",channel="",program_name="",primary_source="239.0.0.1:20000",secondary_source="239.0.1.1:20002",standard="2160p/50",colorimetry="Rec 2020/2100",transfer="HLG",channels="",packet_time=""}': 1,
      'ic_snp_receiver_info{essence="audio",index="2",channel="",program_name="",primary_source="",secondary_source="239.0.1.2:30000",standard="",colorimetry="",transfer="",channels="8",packet_time="1 ms"}': 1,
      'ic_snp_receiver_info{essence="ancillary",index="3",channel="",program_name="",primary_source="239.0.0.3:40000",secondary_source="",standard="",colorimetry="",transfer="",channels="",packet_time=""}': 1,
    });
  });

  it('counts the packets of every essence', () => {
    const statuses = [
      audio({ idx: 2, AudRxPriIPsourceRO: '239.0.0.2', AudRxReadPktCnt: '12', AudRxSeamlessStatus: 'N/A' }),
      ancillary({ idx: 3, AncRxPriIPsourceRO: '239.0.0.3', AncRxReadPktCnt: '13' }),
    ];
    const device = new PretendDevice(['receivers']).says(...statuses);
    expect(device.family('ic_snp_receiver_packets_total')).toEqual({
      'ic_snp_receiver_packets_total{essence="audio",index="2"}': 12,
      'ic_snp_receiver_packets_total{essence="ancillary",index="3"}': 13,
    });
  });

  it('loses its old facts when it is switched to another source', () => {
    const device = new PretendDevice(['receivers']).says(video({ idx: 1, ...ON }));
    device.says(video({ idx: 1, ...ON, VidRxPriPortRO: '20004' }));
    const facts = Object.keys(device.family('ic_snp_receiver_info'));
    expect(facts).toHaveLength(1);
    expect(facts[0]).toContain('primary_source="239.0.0.1:20004"');
  });
});

describe('a receiver of a channel that has a name', () => {
  const sections = [1, 2].map((idx) => ({ idx, operationMode: 'HD' }));
  const names = (device: PretendDevice): string[] =>
    Object.keys(device.family('ic_snp_receiver_info')).map(
      (text) => /channel=".*?",program_name=".*?"/.exec(text)?.[0] ?? text,
    );
  const name = ({ device }: PretendDevice, programName: string): void => {
    device.names.setProcessor('processorA', { personality: 'Sync', sections });
    device.names.setChannel('A-HD-2', { programName });
  };

  it('is called by both', () => {
    const device = new PretendDevice(['receivers']);
    name(device, 'CAM 3');
    device.says(video({ idx: 2, ...ON }), audio({ idx: 17, AudRxPriIPsourceRO: '239.0.0.2' }));
    device.says(ancillary({ idx: 129, AncRxPriIPsourceRO: '239.0.0.2' }));
    expect(names(device)).toEqual([
      ...Array<string>(2).fill('channel="A-HD-2",program_name="CAM 3"'),
      'channel="A-HD-9",program_name=""',
    ]);
  });

  it('is called by what it is named now, with the same status and no second series', () => {
    const device = new PretendDevice(['receivers']).says(video({ idx: 2, ...ON }));
    expect(names(device)).toEqual(['channel="",program_name=""']);
    expect(device.device.isRenamed('ipVidRx', 'ipVidRx')).toBe(false);
    name(device, 'CAM 3');
    expect(device.device.isRenamed('ipVidRx', 'ipVidRx')).toBe(true);
    device.says(video({ idx: 2, ...ON }));
    expect(names(device)).toEqual(['channel="A-HD-2",program_name="CAM 3"']);
    expect(device.device.isRenamed('ipVidRx', 'ipVidRx')).toBe(false);
    name(device, 'CAM 4');
    device.says(video({ idx: 2, ...ON }));
    expect(names(device)).toEqual(['channel="A-HD-2",program_name="CAM 4"']);
  });

  it('is called nothing by what was known of a lost session', () => {
    const device = new PretendDevice(['receivers']);
    name(device, 'CAM 3');
    device.device.lose();
    expect(names(device.says(video({ idx: 2, ...ON })))).toEqual(['channel="",program_name=""']);
  });

  it('is called nothing if it is of a further element: names are the first one’s', () => {
    const device = new PretendDevice(['receivers']);
    name(device, 'CAM 3');
    const body = video({ idx: 2, ...ON });
    device.device.status(
      { type: 'ipVidRx', objectId: 'ipVidRx', body: { ...body }, element: '10.0.0.2' },
      device.target,
    );
    expect(names(device)).toEqual(['channel="",program_name=""']);
  });

  it('has no series for its name alone', () => {
    const device = new PretendDevice(['receivers'], { receivers: 'all' });
    name(device, 'CAM 3');
    expect(device.says(video({ idx: 2 })).family('ic_snp_receiver_info')).toEqual({});
  });
});

describe('a receiver without a source', () => {
  const off = {
    idx: 9,
    VidRxPriIPsourceRO: '0.0.0.0',
    VidRxPriPortRO: '0',
    VidRxSecIPsourceRO: '0.0.0.0',
    VidRxReadPktCnt: '0',
    VidRxStd: 'Not Present',
    VidRxColorimetry: 'Rec 709',
  };

  it('has no series', () => expect(seriesOf('receivers', video(off))).toEqual({}));

  it('has them where all receivers are wanted, but none that says that its signal is missing', () => {
    expect(seriesOf('receivers', video(off), { receivers: 'all' })).toEqual({
      'ic_snp_receiver_info{essence="video",index="9",channel="",program_name="",primary_source="",secondary_source="",standard="",colorimetry="Rec 709",transfer="",channels="",packet_time=""}': 1,
      'ic_snp_receiver_packets_total{essence="video",index="9"}': 0,
    });
  });

  it('has no series where an earlier row with its index was configured', () => {
    const on = { ...ON, VidRxReadPktCnt: '5' };
    const status = video(
      { idx: 3, ...on },
      { idx: 7, ...on },
      { idx: 8, ...on },
      { ...off, idx: 7 },
      { idx: 3, ...on },
    );
    const counted = Object.keys(seriesOf('receivers', status)).filter((name) => name.includes('packets_total'));
    expect(counted).toEqual(['3', '8'].map((at) => `ic_snp_receiver_packets_total{essence="video",index="${at}"}`));
  });

  it('loses its series when its source is taken away', () => {
    const device = new PretendDevice(['receivers']).says(video({ ...off, ...ON }));
    expect(device.series).toHaveProperty(['ic_snp_receiver_packets_total{essence="video",index="9"}'], 0);
    expect(device.says(video(off)).series).toEqual({});
  });
});
