import { OBJECT_TYPES } from '@snp/protocol';
import type { DeviceModel } from '../model/device-model';
import { modelOf, NOW, statusesOf } from '../testing/all-statuses';
import type { Body } from './generator';

function texts(device: DeviceModel, type: string): string {
  return JSON.stringify(statusesOf(device, type));
}

describe('statuses', () => {
  it.each(OBJECT_TYPES.map(({ type, instances }) => [type, instances] as const))(
    'has the objects of %s',
    (type, instances) => {
      const device = modelOf(1, type === 'procChannelUHD' ? { kind: 'uhd' } : {});
      const ids = statusesOf(device, type).map(({ object_ID }) => object_ID);
      if (instances === 'one') expect(ids).toHaveLength(1);
      else expect(ids).toEqual(expect.arrayContaining([...instances]));
    },
  );

  it('says the same for the same seed, and something else for another device', () => {
    expect(JSON.stringify(statusesOf(modelOf(7)))).toBe(JSON.stringify(statusesOf(modelOf(7))));
    expect(texts(modelOf(7), 'system')).not.toBe(texts(modelOf(8), 'system'));
  });

  it('shows optical powers and modules on some devices', () => {
    expect(texts(modelOf(2), 'system')).toMatch(/"RxPower1":"-?\d\.\d dBm".*"SFP_RxPower2":"-?\d\.\d dBm"/);
    expect(texts(modelOf(1), 'system')).toMatch(/"RxPower1":"N\/A"/);
  });

  it('shows a reference on some devices', () => {
    expect(statusesOf(modelOf(1), 'videoGenLock')[0]).toMatchObject({ GenLock: { GL_RefLocked: true } });
    expect(statusesOf(modelOf(3), 'videoGenLock')[0]).toMatchObject({ GenLock: { GL_RefLocked: false } });
  });

  it('shows JPEG XS streams on some devices', () => {
    expect(texts(modelOf(2), 'procChannelHD')).toMatch(/"VideoStandard":"1080/);
    expect(texts(modelOf(1), 'procChannelHD')).not.toMatch(/"VideoStandard":"1080/);
  });

  it('has UHD channels on devices in UHD mode alone, and idle HD channels beside them', () => {
    const uhd = modelOf(1, { kind: 'uhd' });
    const inUse = (type: string): unknown[] =>
      statusesOf(uhd, type).flatMap(({ object_ID, active }) => (active === true ? [object_ID] : []));
    expect(inUse('procChannelUHD')).toEqual(
      ['A', 'B', 'C'].flatMap((processor) => [1, 2, 3].map((at) => `${processor}-UHD-${at}`)),
    );
    expect(inUse('procChannelHD')).toEqual(Array.from({ length: 9 }, (_, at) => `D-HD-${at + 1}`));
    expect(statusesOf(modelOf(1, { kind: 'hd' }), 'procChannelUHD')).toEqual([]);
  });

  it('tells the audio of each link of a UHD channel', () => {
    const [channel] = statusesOf(modelOf(1, { kind: 'uhd' }), 'procChannelUHD');
    expect(channel).toMatchObject({
      FrameSync: { UhdvidInputPresent: true, UHDPixelFormatMismatch: false, FsVidInputStd: '2160p/50' },
      AudioUHD1: { AudDmxGrp1Present: true },
      AudioUHD2: { AudDmxGrp4Present: true },
      AudioUHD3: { AudDmxGrp1Present: false },
      AudioUHD4: { AudDmxGrp1Present: false },
    });
    expect(channel).not.toHaveProperty('AudioProcessing');
    expect(channel.FrameSync).not.toHaveProperty('VidCorrupted');
  });

  it('tells the direction SDI to IP of gateways alone', () => {
    const gateway = statusesOf(modelOf(1, { kind: 'gateway' }), 'procChannelHD');
    expect(gateway[0]).toMatchObject({
      FrameSyncGwSdi: { FsVidInputPresent: true, FsVidInputStd: '1080i/59.94' },
      AudioProcessingGwSdi: { AudDmxGrp1Present: true },
      AncDataProcessingGwSdi: { AncAtcPresent: 'Line 10, Line 572' },
      ColorCorrector2GwSdi: { EffectiveInColorimetry: 'Rec 709' },
    });
    const [uhd] = statusesOf(modelOf(1, { kind: 'gateway' }), 'procChannelUHD').filter(({ active }) => active);
    expect(uhd).toMatchObject({ object_ID: 'C-UHD-1', AudioUHD1GwSdi: { AudDmxGrp1Present: true } });
    const nothing = { FrameSyncGwSdi: {}, AncDataProcessingGwSdi: {}, ColorCorrector2GwSdi: {} };
    for (const channel of statusesOf(modelOf(1, { kind: 'hd' }), 'procChannelHD'))
      expect(channel).toMatchObject(nothing);
  });

  it('tells of master control what its firmware tells', () => {
    const device = modelOf(1, { kind: 'master-control' });
    expect(device.identity.firmware).toBe('3.1.0.62');
    expect(statusesOf(device, 'MasterControl')[0]).toMatchObject({ mclStatus: { routerConnectionError: false } });
    const newer = statusesOf(modelOf(1, { kind: 'master-control', firmware: '3.2.0.35' }), 'MasterControl')[0];
    expect(newer).not.toHaveProperty('mclStatus');
    expect(newer).toHaveProperty('EasStatus');
  });

  it('says that the changeover is off on most channels, and which signal is on air on the others', () => {
    const device = modelOf(1, { kind: 'hd' });
    const states = (): Record<string, unknown> =>
      Object.fromEntries(
        statusesOf(device, 'procChannelHD').map(({ object_ID, ACO }) => [object_ID, (ACO as Body).PGMStatus]),
      );
    expect(Object.values(states()).filter((state) => state === 'OFF')).toHaveLength(34);
    expect(states()).toMatchObject({ 'C-HD-1': 'MAIN', 'D-HD-1': 'MAIN' });
    device.signals.changeovers()[0].path = 'B';
    expect(states()).toMatchObject({ 'C-HD-1': 'PROTECT', 'D-HD-1': 'MAIN' });
  });

  it('names the leg that is left when the other is lost', () => {
    const device = modelOf(1);
    const states = (): string[] => {
      const text = ['ipVidRx', 'ipAudRx', 'ipAncRx'].map((type) => texts(device, type)).join();
      return [...new Set([...text.matchAll(/SeamlessStatus":"([^"]*)"/g)].map(([, state]) => state))].sort();
    };
    expect(states()).toEqual(['Not Present', 'Present', 'Present (Loopback)']);
    device.receivers.loseLeg('secondary');
    expect(states()).toEqual(['Not Present', 'Primary Only']);
    device.receivers.loseLeg('primary');
    expect(states()).toEqual(['Not Present', 'Secondary Only']);
  });

  it('switches off the links that a UHD group does not use, and the last sender of an overloaded processor', () => {
    const device = modelOf(1, { kind: 'uhd' });
    const disabled = (): unknown[] =>
      (statusesOf(device, 'ipVidTx')[0].ipVidTxStatus as Body[]).flatMap(({ idx, TxChBandwidth, priTxMacAddr }) =>
        TxChBandwidth === 'Disabled'
          ? [`${String(idx)} ${priTxMacAddr === 'Dst Unreachable' ? 'nowhere' : 'somewhere'}`]
          : [],
      );
    const idleLinks = [2, 3, 4, 6, 7, 8]
      .flatMap((link) => [0, 8, 16].map((first) => first + link))
      .sort((a, b) => a - b);
    expect(disabled()).toEqual(idleLinks.map((row) => `${row} nowhere`));
    device.network.overloaded = 'D';
    expect(disabled()).toEqual([...idleLinks.map((row) => `${row} nowhere`), '32 somewhere']);
    expect(statusesOf(device, 'ipWan')[0]).toMatchObject({
      ipWanStatus: { txOverBandwidth: [false, false, false, true] },
    });
  });

  it('has in every video row of an HD device the standard of its channel', () => {
    for (const kind of ['hd', 'jpeg-xs', 'master-control'] as const) {
      const device = modelOf(1, { kind });
      const standards = (statusesOf(device, 'ipVidRx')[0].ipVidRxStatus as Body[]).map(({ VidRxStd }) => VidRxStd);
      const ids = Array.from({ length: 36 }, (_, at) =>
        at < 32 ? `${'ABCD'[at >> 3]}-HD-${(at % 8) + 1}` : `${'ABCD'[at - 32]}-HD-9`,
      );
      const inputs = ids.map((id) => {
        const channel = statusesOf(device, 'procChannelHD').find(({ object_ID }) => object_ID === id);
        const { FsVidInputStd } = channel?.FrameSync as Body;
        return FsVidInputStd === 'Unknown' ? 'Not Present' : FsVidInputStd;
      });
      expect(standards).toEqual(inputs);
      expect(new Set(standards).size).toBeGreaterThan(3);
    }
  });

  it('tells EDH of SD inputs alone, and counts chroma and luma apart', () => {
    const device = modelOf(1);
    const inputs = statusesOf(device, 'videoIn').map(({ VideoInput }) => VideoInput as Body);
    const withEdh = inputs.filter(({ EdhPresent }) => EdhPresent === true);
    expect(withEdh.map(({ VidStandard }) => VidStandard).sort()).toEqual(['525i/59.94', '625i/50']);
    device.signals.damage(device.signals.inputs.get('BNC-32'));
    for (let second = 2; second < 10; second++) device.step(NOW + second * 1000);
    const { CrcErrCntA, CrcErrCntB, EdhErrCntFF } = statusesOf(device, 'videoIn')[31].VideoInput as Record<
      string,
      number
    >;
    expect(CrcErrCntA).toBeGreaterThan(CrcErrCntB);
    expect(CrcErrCntB).toBeGreaterThan(0);
    expect(EdhErrCntFF).toBeGreaterThan(0);
  });

  it('names SFP vendors by an index with firmware 3.1 and by their names with 3.2', () => {
    const vendors = (firmware: string): unknown[] => {
      const { SFP_Stats } = statusesOf(modelOf(2, { firmware, hasOpticalModules: true }), 'system')[0];
      return (SFP_Stats as Body[]).map(({ SFP_VendorName }) => SFP_VendorName);
    };
    expect(vendors('3.1.0.62')).toEqual([3, 5, 6, 6]);
    expect(vendors('3.2.0.35')).toEqual(['Lumen Optics    ', 'Lumen Optics    ', 'N/A', 'N/A']);
  });

  it('lists registration servers and says to which it is connected', () => {
    const device = modelOf(1);
    const servers = (model = device): unknown => {
      const { registrationServer, registrationServerConnected } = statusesOf(model, 'ipWan')[0].ipWanStatus as Body;
      return [registrationServer, registrationServerConnected];
    };
    const list = '10.20.254.31:8235, 10.20.254.32:8235';
    expect(servers()).toEqual([list, '10.20.254.31:8235']);
    device.network.isRegistered = false;
    expect(servers()).toEqual([list, '']);
    expect(servers(modelOf(1, { hasRegistration: false }))).toEqual(['', '']);
  });

  it('writes gateways as numbers, 0 for none', () => {
    const gateway = (number: number): unknown =>
      (statusesOf(modelOf(number), 'ipWan')[0].ipWanStatus as Body).secGateway;
    expect([gateway(1), gateway(5)]).toEqual([169738369, 0]);
  });

  it('reports itself as master while it has none', () => {
    const device = modelOf(1);
    device.ptp.loseMaster();
    device.step(NOW + 2000);
    expect(statusesOf(device, 'ptp')[0]).toMatchObject({
      ptpStatus: {
        ptpCtlrState: 'Unlocked-Free Run',
        ptpUcipIsMaster: 'Master',
        ptpMasterIP: '0.0.0.0',
        ptpMasterOffset: '0.000 us',
      },
    });
  });
});
