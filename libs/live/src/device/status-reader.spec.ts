import type { JsonObject } from '@snp/protocol';
import fc from 'fast-check';
import { DeviceReadings } from '../readings/device-readings';
import { FakeSession, START } from '../testing/fakes';
import { aVideoReceiver, ptpBody, systemBody, videoReceivers } from '../testing/statuses';
import { ReceivedObjects } from './received-objects';
import { readSections, type Sections } from './status-reader';

/** What a device shows that has sent these objects. */
function shown(...sent: (readonly [type: string, body: JsonObject, objectId?: string])[]): Sections {
  const session = new FakeSession();
  const readings = new DeviceReadings();
  for (const [type, body, objectId] of sent) {
    session.send(type, body, objectId);
    readings.read({ type, objectId: objectId ?? type, body }, START);
  }
  return readSections({ objects: new ReceivedObjects(session), polls: session.polls, readings, now: START });
}

const SECTIONS = Object.keys(shown());

describe('the decoded status of a device', () => {
  it('is null in every section of which nothing is subscribed', () => {
    expect(Object.values(shown())).toEqual(SECTIONS.map(() => null));
  });

  it('has only the sections that are wanted', () => {
    const session = new FakeSession();
    session.send('system', systemBody());
    session.send('ptp', ptpBody());
    const sources = {
      objects: new ReceivedObjects(session),
      polls: session.polls,
      readings: new DeviceReadings(),
      now: START,
    };
    const sections = readSections(sources, new Set(['ptp']));
    expect(sections.ptp).toMatchObject({ locked: true });
    expect(sections.power).toBeNull();
  });

  it('tells who the device is', () => {
    const sections = shown(['system', systemBody()], ['ipWan', { ipWanStatus: { hostName: 'SNP-2118161053 ' } }]);
    expect(sections.identity).toEqual({
      serial: '2118161053',
      firmware: '3.2.0.35',
      hardware: '1.0',
      chassis: 'SNP Classic',
      mac_addresses: ['00:90:f9:34:7d:d4'],
      unit_name: null,
      hostname: 'SNP-2118161053',
      control_link: null,
      uptime_seconds: null,
      power_on_seconds: null,
      reboot_required: false,
      personalities: {},
    });
  });

  it('lists every temperature with a reading, and no board that is not there', () => {
    const { temperatures } = shown(['system', systemBody()]);
    expect(temperatures).toEqual([
      { sensor: 'main_board', celsius: 44, alarm: null },
      { sensor: 'io_board', celsius: 45.5, alarm: null },
      { sensor: 'fpga_1', celsius: 61.5, alarm: false },
      { sensor: 'fpga_2', celsius: 62.5, alarm: false },
      { sensor: 'qsfp_1', celsius: 38.2, alarm: false },
    ]);
  });

  it('shows lanes of optics that have a reading, and copper without lanes', () => {
    const { optics } = shown([
      'system',
      {
        QSFP_Stats: [
          {
            idx: 2,
            present: true,
            dataValid: true,
            FEC_Control: 'OFF',
            RxPower1: '-0.4 dBm',
            TxPower1: 'N/A',
            RxPower2: 'N/A',
          },
          { idx: 1, VendorName: 'Arista Networks ', VendorPN: 'CAB-Q ', RxPower1: 'N/A' },
        ],
        SFP_Stats: [
          { idx: 1, SFP_Present: true, SFP_Mismatch: true, SFP_RxPower2: '-3.1 dBm', SFP_TxPower2: '0.6 dBm' },
          { idx: 2, SFP_Present: false, SFP_VendorName: 1, SFP_VendorPN: 'BTR3P-0Z', SFP_VendorSN: '77' },
        ],
        SFP_Tx_Stats: [
          { idx: 1, SFP_Present: true, SFP_VendorName: '2' },
          { idx: 2, SFP_Present: true, SFP_VendorName: 5 },
        ],
      },
    ]);
    expect(optics).toMatchObject([
      { kind: 'qsfp', index: 1, vendor: 'Arista Networks', part_number: 'CAB-Q', lanes: [] },
      { kind: 'qsfp', index: 2, fec_enabled: false, lanes: [{ lane: 1, receive_dbm: -0.4, transmit_dbm: null }] },
      { kind: 'sfp_rx', index: 1, mismatch: true, lanes: [{ lane: 2, receive_dbm: -3.1, transmit_dbm: 0.6 }] },
      { kind: 'sfp_rx', index: 2, present: false, vendor: null, part_number: null, serial: null },
      { kind: 'sfp_tx', index: 1, vendor: 'OPTOWAY' },
      { kind: 'sfp_tx', index: 2, vendor: null },
    ]);
  });

  it('shows both legs of the network in base units, with switch and port', () => {
    const { network } = shown(
      [
        'ipWan',
        {
          ipWanStatus: {
            priIpAddr: '10.9.75.10',
            priGateway: 168381185,
            priSwitchInfo: '10.9.250.64 - CORE1',
            priPortInfo: 'Ethernet5/1',
            priRxRate: '1319.14 Mbps',
            priTxRate: '19.9909 Gbps',
            priRxPkts: '1221876063636',
            secRxOverBandwidth: true,
            secGateway: 0,
            registrationServer: '10.9.1.20:80, 10.9.1.21:80',
            registrationServerConnected: ' ',
            systemServer: '10.9.1.30',
          },
          ipWanActiveStatus: [
            { idx: 1, activePriIpAddr: '10.9.75.10', activePriVlanId: 0, activeSecIpAddr: '0.0.0.0' },
          ],
        },
      ],
      ['ipRxSetup', { ipRxSetupStatus: { RxSecondaryIGMPJoin: '51 ms', RxSecondaryIGMPJoinStatus: 'too long' } }],
      ['system', { FCS_Stats: { secFCSerrorsExceeded: true } }],
    );
    expect(network?.legs).toMatchObject([
      {
        leg: 'primary',
        address: '10.9.75.10',
        gateway: '10.9.75.1',
        switch: 'CORE1',
        switch_address: '10.9.250.64',
        switch_port: 'Ethernet5/1',
        receive_bytes_per_second: 164_892_500,
        transmit_bytes_per_second: 2_498_862_500,
        receive_packets: 1_221_876_063_636,
      },
      {
        leg: 'secondary',
        gateway: null,
        receive_over_bandwidth: true,
        fcs_errors_exceeded: true,
        igmp_join_seconds: 0.051,
        igmp_join_complaint: 'too long',
      },
    ]);
    expect(network).toMatchObject({
      registration_server: '10.9.1.20:80, 10.9.1.21:80',
      connected_server: null,
      registration_server_connected: false,
      system_server: '10.9.1.30',
    });
    expect(network?.vlans).toEqual([{ leg: 'primary', index: 1, address: '10.9.75.10', mask: null, vlan: 0 }]);
  });

  it('shows receivers with a source, of all essences', () => {
    const { receivers } = shown(
      ['ipVidRx', videoReceivers(aVideoReceiver(2), { idx: 1, VidRxPriIPsourceRO: '0.0.0.0' })],
      [
        'ipAudRx',
        {
          ipAudRxStatus: [
            {
              idx: 7,
              AudRxPriIPsourceRO: '239.1.1.1',
              AudRxPriPortRO: '0',
              AudRxPacketTime: '1 ms',
              AudRxNumChStatus: '8',
            },
          ],
        },
      ],
    );
    expect(receivers).toMatchObject([
      {
        essence: 'video',
        index: 2,
        primary_source: '239.175.100.2:20000',
        secondary_source: '239.176.100.2:20000',
        standard: '1080i/50',
        signal_present: true,
        protection: 'present',
        missing_packets: 1,
        missing_packets_per_second: null,
        switch_error: '',
      },
      {
        essence: 'audio',
        index: 7,
        secondary_source: null,
        channels: 8,
        packet_time_seconds: 0.001,
        signal_present: null,
      },
    ]);
  });

  it('shows senders that have had a destination, also after they lost it', () => {
    const session = new FakeSession();
    const readings = new DeviceReadings();
    const sender = (idx: number, mac: string) => ({
      idx,
      priTxMacAddr: mac,
      secTxMacAddr: 'Dst Unreachable',
      TxChBandwidth: 'Ok',
    });
    const before = { ipVidTxStatus: [sender(1, '01:00:5e:2f:64:0b'), sender(2, 'Dst Unreachable')] };
    const now = { ipVidTxStatus: [sender(1, 'Dst Unreachable'), sender(2, 'Dst Unreachable')] };
    for (const body of [before, now]) readings.read({ type: 'ipVidTx', objectId: 'ipVidTx', body }, START);
    session.send('ipVidTx', now);
    const sources = { objects: new ReceivedObjects(session), polls: session.polls, readings, now: START };
    expect(readSections(sources).senders).toEqual([
      {
        ...{ essence: 'video', index: 1, primary_resolved: false, secondary_resolved: false },
        ...{ primary_mac: null, secondary_mac: null, bandwidth_ok: true },
      },
    ]);
  });

  it('shows channels in use in the order in which people count', () => {
    const channel = (active: boolean) => ({
      active,
      FrameSync: { FsVidInputPresent: true, FrozenStatus: true, FsVidInputStd: 'Unknown' },
      AudioProcessing: { AudDmxGrp1Present: true, AudDmxGrp2CrcError: true, MuxGrp2AppendErr: true },
      AncDataProcessing: { AncAtcPresent: 'Line 10', AncAfdPresent: 'Not Present' },
      ACO: { ABStatus: 'B', ACONotArmed: true, AudCh1: true, AudCh16: true, ANC1Missing: true },
    });
    const { channels } = shown(
      ['procChannelHD', channel(true), 'A-HD-10'],
      ['procChannelHD', channel(true), 'A-HD-2'],
      ['procChannelHD', channel(false), 'A-HD-3'],
    );
    expect(channels?.map(({ channel: id }) => id)).toEqual(['A-HD-2', 'A-HD-10']);
    expect(channels?.[0]).toMatchObject({
      input_standard: null,
      input_present: true,
      output_frozen: true,
      audio_groups: [
        { group: 1, present: true, errors: [] },
        { group: 2, present: null, errors: ['crc', 'append'] },
        {},
        {},
      ],
      ancillary: ['atc'],
      changeover: { path: 'b', armed: false, audio_level_errors: 2, missing_audio: 2, missing_ancillary: 1 },
    });
  });

  const channelsOf = (type: string, body: JsonObject) => shown([type, { active: true, ...body }, 'A-1']).channels ?? [];

  it.each([
    ['MAIN', 'main'],
    ['PROTECT', 'protect'],
    ['Pass PROTECT', 'pass_protect'],
    ['Something new', 'other'],
    ['N/A', null],
  ])('shows a changeover whose program is %s', (program, state) => {
    const ACO = { PGMStatus: program, ABStatus: 'A', ACONotArmed: false, SignalScoreProtect: 3 };
    expect(channelsOf('procChannelHD', { ACO })[0].changeover).toEqual({
      ...{ program_state: state, path: 'a', armed: true, main_score: null, protect_score: 3 },
      ...{ audio_level_errors: 0, missing_audio: 0, missing_ancillary: 0 },
    });
  });

  it.each(['OFF', ' off '])('shows no changeover where the program is %j', (PGMStatus) => {
    const ACO = { PGMStatus, ABStatus: 'A', ACONotArmed: false };
    expect(channelsOf('procChannelHD', { ACO })[0].changeover).toBeNull();
  });

  it('shows the audio of each link of a UHD channel, and its own input and pixel format', () => {
    const rows = channelsOf('procChannelUHD', {
      FrameSync: {
        UhdvidInputPresent: false,
        FsVidInputPresent: true,
        UHDPixelFormatMismatch: true,
        ActualFrameDelay: 2,
      },
      AudioProcessing: { AudDmxGrp1Present: true },
      AudioUHD2: { AudDmxGrp1Present: true, AudDmxGrp3CrcError: true },
    });
    expect(rows).toMatchObject([
      { direction: null, input_present: false, pixel_format_mismatch: true, frame_delay_frames: 2 },
    ]);
    expect(rows[0].audio_groups).toMatchObject([
      { link: 2, group: 1, present: true, errors: [] },
      { link: 2, group: 2 },
      { link: 2, group: 3, errors: ['crc'] },
      { link: 2, group: 4 },
    ]);
  });

  it('shows both directions of a gateway', () => {
    const rows = channelsOf('procChannelHD', {
      FrameSync: { FsVidInputPresent: true, FsVidInputStd: '1080i/50' },
      FrameSyncGwSdi: { FsVidInputPresent: false, FsVidInputStd: '1080p/50', InputFrozen: true },
      AudioProcessing: { AudDmxGrp1Present: true },
      AudioProcessingGwSdi: { AudDmxGrp1Present: false },
      AncDataProcessingGwSdi: { AncAfdPresent: 'Line 11' },
      ColorCorrector2GwSdi: { EffectiveInColorimetry: 'Rec 601' },
      ACO: { PGMStatus: 'MAIN', ABStatus: 'A' },
    });
    expect(rows).toMatchObject([
      { direction: 'ip_to_sdi', input_present: true, input_standard: '1080i/50', changeover: { path: 'a' } },
      {
        direction: 'sdi_to_ip',
        input_present: false,
        input_standard: '1080p/50',
        input_colorimetry: 'Rec 601',
        input_frozen: true,
        ancillary: ['afd'],
        changeover: null,
      },
    ]);
    expect(rows.map(({ audio_groups: [first] }) => first.present)).toEqual([true, false]);
  });

  it.each([
    ['nothing', {}, {}, null],
    ['no stream', { GeneratedBitRate: 0 }, { Bitrate: 0, TR07DemuxStatus: 'No Input Stream ' }, null],
    [
      'an encoder',
      { GeneratedBitRate: 100 },
      {},
      { encode_bytes_per_second: 12_500_000, decode_bytes_per_second: null },
    ],
    [
      'a decoder',
      {},
      { Bitrate: '80', RxVidStdMismatch: true, TR07DecPatCCError: 1, TR07DecAncCCError: 2 },
      {
        encode_bytes_per_second: null,
        decode_bytes_per_second: 10_000_000,
        standard_mismatch: true,
        decoder_errors: 3,
      },
    ],
  ])('shows the JPEG XS rates of a channel with %s', (_case, JpegXsEncoder, JpegXsDecoder, expected) => {
    const [{ jpeg_xs }] = channelsOf('procChannelHD', { JpegXsEncoder, JpegXsDecoder });
    if (expected === null) expect(jpeg_xs).toBeNull();
    else expect(jpeg_xs).toMatchObject(expected);
  });

  it('shows EDH errors of SD inputs only, and CRC errors by component', () => {
    const input = (VidStandard: string) => {
      const counts = { CrcErrCntA: 2, CrcErrCntB: '3', EdhErrCntAP: 4, EdhErrCntFF: 5 };
      return shown(['videoIn', { VideoInput: { VidPresent: true, VidStandard, ...counts } }, 'BNC-1']).inputs?.[0];
    };
    const crc = { crc_errors: 5, crc_errors_chroma: 2, crc_errors_luma: 3, edh_errors: 9 };
    expect(input('625i/50')).toMatchObject({ ...crc, edh_errors_active_picture: 4, edh_errors_full_field: 5 });
    expect(input('1080i/50')).toMatchObject({ ...crc, edh_errors_active_picture: null, edh_errors_full_field: null });
  });

  it('shows inputs, the reference and licences', () => {
    const { inputs, genlock, licences } = shown(
      ['videoIn', { VideoInput: { VidPresent: true, VidStandard: '1080i/50', CrcErrCntA: 2, CrcErrCntB: 3 } }, 'BNC-1'],
      ['videoGenLock', { GenLock: { GL_RefLocked: false, GL_SyncPresent: true, VidStandard: 'Unknown' } }],
      [
        'system',
        {
          License_Info: [
            { keyName: 'SNP-SK-MV', keyTitle: 'Multiviewer', tokensTotal: 4, tokensAvailable: 1, invalidConfig: '' },
          ],
          AAP_License_Status: [{ keyName: 'SNP-SK-DTS', creditsTotal: 2, creditsUsed: 3, invalidConfig: 'too many' }],
        },
      ],
    );
    expect(inputs).toMatchObject([{ input: 'BNC-1', present: true, crc_errors: 5, edh_errors: null }]);
    expect(genlock).toEqual({ present: true, locked: false, standard: null });
    expect(licences).toMatchObject([
      { kind: 'personality', key: 'SNP-SK-MV', total: 4, available: 1, complaint: '' },
      { kind: 'audio', key: 'SNP-SK-DTS', total: 2, available: 0, complaint: 'too many' },
    ]);
  });

  it('joins what processors say with what was polled of them', () => {
    const session = new FakeSession();
    session.send('processor', { fpgaLoadingStatus: 'Loading', fpgaLoadingError: 'N/A' }, 'processorB');
    session.send('ipWan', { ipWanStatus: { txOverBandwidth: [false, true] } });
    session.polls.set('processorC', { personality: 'N/A' });
    session.polls.set('processorA', { personality: ' Multiviewer ', audioPacketTimeSeconds: 0.000125, forceMab: true });
    const sources = {
      objects: new ReceivedObjects(session),
      polls: session.polls,
      readings: new DeviceReadings(),
      now: START,
    };
    expect(readSections(sources).processors).toMatchObject([
      {
        processor: 'processorA',
        personality: 'Multiviewer',
        ready: null,
        audio_packet_time_seconds: 0.000125,
        force_make_after_break: true,
        transmit_over_bandwidth: false,
      },
      {
        processor: 'processorB',
        personality: null,
        ready: false,
        loading_status: 'Loading',
        load_error: '',
        transmit_over_bandwidth: true,
      },
      { processor: 'processorC', personality: null, transmit_over_bandwidth: null },
    ]);
  });
});

const TYPES = [
  'system',
  'ptp',
  'ipWan',
  'ipRxSetup',
  'videoGenLock',
  'ipVidRx',
  'ipAudRx',
  'ipAncRx',
  'ipVidTx',
  'ipAudTx',
  'ipAncTx',
  'procChannelHD',
  'processor',
  'videoIn',
];

describe('a device that sends nonsense', () => {
  it('shows what can be read, and never fails', () => {
    const keys = [
      'ptpStatus',
      'ipWanStatus',
      'ipVidRxStatus',
      'ipVidTxStatus',
      'FrameSync',
      'ACO',
      'active',
      'idx',
      'VideoInput',
    ]
      .concat(Object.keys(systemBody()), Object.keys(ptpBody().ptpStatus as JsonObject), Object.keys(aVideoReceiver(1)))
      .concat('__proto__', 'constructor', 'toString', 'priGateway', 'priSwitchInfo', 'priRxRate');
    const { value: nonsense } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, depthSize: 'medium' },
        fc.constantFrom<unknown>(
          null,
          true,
          false,
          0,
          -1,
          1e308,
          '',
          'N/A',
          'OK',
          '1e400',
          '44.0 °C',
          '239.1.1.1',
          '\ud800',
          'x'.repeat(5_000),
        ),
        fc.string(),
        fc.double(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
      ),
    }));
    const body = fc.dictionary(fc.constantFrom(...keys), nonsense, { maxKeys: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...TYPES), body), { maxLength: 6 }), (sent) => {
        const sections = shown(
          ...sent.map(([type, each]) => [type, JSON.parse(JSON.stringify(each)) as JsonObject] as const),
        );
        expect(Object.keys(sections)).toEqual(SECTIONS);
        expect(JSON.stringify(sections).length).toBeLessThan(100_000);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a text that is not JSON', '{"type":"ptp"'],
    ['an empty text, which stands for one that was too long to keep', ''],
    ['10,000 brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['a prototype', '{"type":"ptp","object_ID":"ptp","__proto__":{"ptpStatus":{"ptpCtlrState":"Locked"}}}'],
  ])('shows nothing of %s', (_case, text) => {
    const session = new FakeSession();
    session.sendText('ptp', text);
    const sources = {
      objects: new ReceivedObjects(session),
      polls: session.polls,
      readings: new DeviceReadings(),
      now: START,
    };
    const { ptp } = readSections(sources);
    expect(ptp === null || ptp.locked === null).toBe(true);
  });

  it('gets an answer of bounded size for a million rows and endless texts', () => {
    const row = (idx: number) =>
      aVideoReceiver(idx, { VidRxStd: 'x'.repeat(10_000), VidRxSwitchErrMsg: 'y'.repeat(10_000) });
    const sections = shown(['ipVidRx', videoReceivers(...Array.from({ length: 3_000 }, (_, place) => row(place + 1)))]);
    expect(sections.receivers).toHaveLength(1_024);
    expect(JSON.stringify(sections).length).toBeLessThan(2_000_000);
  });
});
