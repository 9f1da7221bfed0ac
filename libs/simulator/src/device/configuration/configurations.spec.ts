import { startFleet, type Fleet } from '../../fleet/fleet';
import type { Body } from '../../statuses/generator';
import { multicastMac } from '../../statuses/format';
import { authenticate, rest, type Answer } from '../../testing/client';
import type { SimulatedDevice } from '../simulated-device';

const HD = 0;
const UHD = 1;
const GATEWAY = 2;
const BASIC = 3;

describe('the configurations of a device', () => {
  let fleet: Fleet;
  let tokens: string[];

  beforeAll(async () => {
    fleet = await startFleet({
      devices: [{ kind: 'hd' }, { kind: 'uhd' }, { kind: 'gateway' }, { kind: 'hd', configurations: 'basic' }],
      updatesPerSecond: 0,
    });
    tokens = await Promise.all(fleet.devices.map(async (device) => (await authenticate(device)).body));
  });

  afterAll(() => fleet.close());

  const ask = (at: number, id: string): Promise<Answer> =>
    rest(fleet.devices[at], `elements/127.0.0.1/config/${id}`, { token: tokens[at] });

  async function config(at: number, id: string): Promise<Body> {
    const { body } = await ask(at, id);
    const envelope = JSON.parse(body) as { object_ID: string; config: string };
    expect(envelope.object_ID).toBe(id);
    return JSON.parse(envelope.config) as Body;
  }

  const table = (body: Body, name: string): Body[] => body[name] as Body[];

  it('name the channels, and on gateways the direction SDI to IP too', async () => {
    const names = async (at: number, id: string): Promise<unknown> => {
      const { ProgramName, ProgramNameGwSdi } = await config(at, id);
      return [ProgramName, ProgramNameGwSdi];
    };
    expect(await names(HD, 'A-HD-3')).toEqual([{ name: 'CAM 3' }, { name: '' }]);
    expect(await names(HD, 'A-HD-9')).toEqual([{ name: '' }, { name: '' }]);
    expect(await names(UHD, 'A-UHD-1')).toEqual([{ name: 'CAM 1' }, { name: '' }]);
    expect(await names(GATEWAY, 'B-HD-2')).toEqual([{ name: 'VT 2' }, { name: 'VT 2 GW' }]);
  });

  it('have the sections of a processor and its audio packet time as an index', async () => {
    expect(await config(UHD, 'processorA')).toMatchObject({
      general: { personality: 'Conv', audioPacketTime: 2 },
      sections: [1, 2, 3].map((idx) => ({ idx, opMode: 'UHD', inputMode: 'IP' })),
    });
    expect(await config(UHD, 'processorD')).toMatchObject({
      sections: [1, 2, 3].map((idx) => ({ idx, opMode: 'HD' })),
    });
    const packetTimes = await Promise.all(
      ['A', 'B', 'C', 'D'].map(
        async (name) => ((await config(HD, `processor${name}`)).general as Body).audioPacketTime,
      ),
    );
    expect(packetTimes).toEqual([2, 4, 6, 2]);
  });

  it('have the settings of PTP and of the receivers', async () => {
    expect(await config(HD, 'ptp')).toMatchObject({
      ptpGeneral: {
        ptpDomainNumber: 127,
        ptpMode: 0,
        ptpLockingMode: 'PTP With Black Assist',
        ptpUnicastMode: 'Disabled',
      },
      ptpMaster: { ptpProfile: 'SMPTE ST 2059-2' },
    });
    expect(await config(HD, 'ipRxSetup')).toMatchObject({ ipRxSetupControl: { RxIGMPJoinDly: 50 } });
  });

  it.each([
    ['ipVidTx', 'VidTx', 32],
    ['ipAudTx', 'AudTx', 512],
    ['ipAncTx', 'AncTx', 128],
  ])('send of %s where its status says, each sender somewhere else', async (type, prefix, count) => {
    for (const at of [HD, UHD, GATEWAY]) {
      const wanted = table(await config(at, type), `${type}Ctrl`);
      const sent = table(fleet.devices[at].status(type), `${type}Status`);
      expect(wanted).toHaveLength(count);
      const enabled = wanted.filter((row) => row[`${prefix}Enable`]);
      expect(enabled.length).toBeGreaterThan(9);
      for (const row of wanted) {
        const { priTxMacAddr, secTxMacAddr } = sent[Number(row.idx) - 1];
        const mac = (leg: string): string =>
          row[`${prefix}Enable`] ? multicastMac(String(row[`${prefix}${leg}IPaddr`])) : 'Dst Unreachable';
        expect({ priTxMacAddr, secTxMacAddr }).toEqual({ priTxMacAddr: mac('Pri'), secTxMacAddr: mac('Sec') });
      }
      const places = enabled.flatMap((row) => [row[`${prefix}PriIPaddr`], row[`${prefix}SecIPaddr`]]);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('receive what the statuses say, most of it from the neighbouring device', async () => {
    const wanted = table(await config(HD, 'ipVidRx'), 'ipVidRxCtrl');
    const received = table(fleet.devices[HD].status('ipVidRx'), 'ipVidRxStatus');
    expect(wanted.map((row) => [row.VidRxNextPriIPaddr, row.VidRxNextSecIPaddr])).toEqual(
      received.map((row) => [row.VidRxPriIPsourceRO, row.VidRxSecIPsourceRO]),
    );
    const neighbour = table(await config(UHD, 'ipVidTx'), 'ipVidTxCtrl');
    const [first] = wanted;
    expect(first.VidRxNextPriIPaddr).toBe(neighbour[16].VidTxPriIPaddr);
    const { ipWanStatus } = fleet.devices[UHD].status('ipWan');
    expect(first.VidRxPriMcastSrc1).toBe((ipWanStatus as Body).priIpAddr);
  });

  it('are not there on some firmware, but for those of the processors and of the system', async () => {
    const statuses = await Promise.all(
      ['processorD', 'system', 'ptp', 'ipVidTx', 'A-HD-1'].map(async (id) => (await ask(BASIC, id)).status),
    );
    expect(statuses).toEqual([200, 200, 404, 404, 404]);
    fleet.devices[BASIC].configurations = 'all';
    expect((await ask(BASIC, 'ptp')).status).toBe(200);
  });

  it.each(['A-HD-10', 'A-UHD-1', 'videoIn', 'constructor', '__proto__'])('have no %s', async (id) => {
    expect((await ask(HD, id)).status).toBe(404);
  });

  it('can be changed', async () => {
    const [device] = fleet.devices;
    device.configure('processorB', { general: { personality: 'Dual Gateway' } });
    device.configure('B-HD-1', { ProgramName: { name: 'LINE 9' } });
    expect(await config(HD, 'processorB')).toMatchObject({
      general: { personality: 'Dual Gateway', audioPacketTime: 4 },
    });
    expect(await config(HD, 'B-HD-1')).toMatchObject({ ProgramName: { name: 'LINE 9' }, ACO: { Enable: false } });
    expect(() => device.configure('roof', {})).toThrow('STUDIO-A-SNP-01 has no configuration of roof');
  });

  it('are counted when they are asked for, with the times, and how many at once', async () => {
    const other = await startFleet({ updatesPerSecond: 0, configurationMs: 30 });
    const [device] = other.devices;
    const { body: token } = await authenticate(device);
    const read = (id: string): Promise<Answer> => rest(device, `elements/127.0.0.1/config/${id}`, { token });
    await read('ptp');
    await read('A-HD-1');
    expect(device.mostRequestsAtOnce).toBe(1);
    await Promise.all([read('ptp'), read('A-HD-2'), rest(device, 'console/status', { token })]);
    expect(device.counters).toMatchObject({ requests: 5, configurations: 4 });
    expect(device.mostRequestsAtOnce).toBeGreaterThan(1);
    expect(device.requests.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/elements/127.0.0.1/config/A-HD-2', '/api/console/status']),
    );
    expect(answered(device)).toBeGreaterThanOrEqual(25);
    await other.close();
  });
});

/** How long the first request took, ms. */
function answered({ requests: [{ startedAt, endedAt = 0 }] }: SimulatedDevice): number {
  return endedAt - startedAt;
}
