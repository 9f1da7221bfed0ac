import { authenticate, Client, rest } from '../testing/client';
import { startFleet, type Fleet } from './fleet';

describe('a fleet', () => {
  let fleet: Fleet;

  beforeAll(async () => {
    fleet = await startFleet({ devices: 3, updatesPerSecond: 0 });
  });

  afterAll(() => fleet.close());

  it('has devices at loopback addresses of their own, all on the same port', () => {
    const port = fleet.restPort;
    expect(fleet.devices.map(({ restapi }) => restapi)).toEqual([
      `https://127.0.1.1:${port}/api/`,
      `https://127.0.1.2:${port}/api/`,
      `https://127.0.1.3:${port}/api/`,
    ]);
    expect(fleet.devices.map(({ websocket }) => websocket)).toContain(`wss://127.0.1.2:${port}/smm`);
  });

  it('gives every device a name and a serial number of its own', () => {
    expect(fleet.devices.map(({ name }) => name)).toEqual(['STUDIO-A-SNP-01', 'STUDIO-A-SNP-02', 'STUDIO-A-SNP-03']);
    expect(new Set(fleet.devices.map(({ identity }) => identity.serial)).size).toBe(3);
  });

  it('can have REST and WebSocket on different ports', async () => {
    const other = await startFleet({ devices: 2, websocketPort: 0, updatesPerSecond: 0 });
    expect(other.restPort).not.toBe(other.websocketPort);
    const client = await Client.connect(other.devices[1]);
    await client.next('permissionsMsg');
    await other.close();
  });

  it('ends every connection when it is closed', async () => {
    const other = await startFleet({ devices: 1, updatesPerSecond: 0 });
    const client = await Client.connect(other.devices[0]);
    await client.next('permissionsMsg');
    await other.close();
    await client.until(() => client.closed);
    await expect(authenticate(other.devices[0])).rejects.toThrow(/ECONNREFUSED/);
  });

  describe('over REST', () => {
    it('hands out a token as plain text', async () => {
      const { status, headers, body } = await authenticate(fleet.devices[0]);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/plain/);
      expect(body).toMatch(/^Bearer eyJ[\w.-]+$/);
    });

    it('refuses bad credentials with a text', async () => {
      const { status, body } = await authenticate(fleet.devices[0], 'wrong');
      expect({ status, body }).toEqual({ status: 401, body: 'Invalid username or password' });
    });

    it.each([
      ['without a token', undefined],
      ['with a token that it never gave', 'Bearer eyJ.made.up'],
    ])('refuses everything else %s', async (_, token) => {
      expect((await rest(fleet.devices[0], 'console/status', { token })).status).toBe(401);
    });

    it("does not accept another device's token", async () => {
      const { body: token } = await authenticate(fleet.devices[0]);
      expect((await rest(fleet.devices[1], 'console/status', { token })).status).toBe(401);
    });

    it('tells the configuration of a processor as JSON in JSON', async () => {
      const { body: token } = await authenticate(fleet.devices[0]);
      const { body } = await rest(fleet.devices[0], 'elements/127.0.0.1/config/processorA', { token });
      const { config } = JSON.parse(body) as { config: string };
      expect(JSON.parse(config)).toMatchObject({
        general: { personality: 'Multiviewer', forceMAB: true, audioPacketTime: 2 },
        sections: [1, 2, 3].map((idx) => ({ idx, opMode: 'HD', inputMode: 'IP' })),
      });
    });

    it('tells the configuration of the system and the status of the console', async () => {
      const [device] = fleet.devices;
      const { body: token } = await authenticate(device);
      const system = JSON.parse((await rest(device, 'elements/127.0.0.1/config/system', { token })).body) as {
        config: string;
      };
      expect(JSON.parse(system.config)).toMatchObject({
        Global_Control: { unit_name: device.name },
        System_Control: { Net_Mode: 'Dual Addresses' },
      });
      const { data } = JSON.parse((await rest(device, 'console/status', { token })).body) as {
        data: Record<string, string>;
      };
      expect(data).toMatchObject({ serialNum: device.identity.serial, firmwareVer: device.identity.firmware });
      expect(data.upTime).toMatch(/^up (\d+ \w+(, )?)+$/);
      expect(data.pwrOnTime).toMatch(/^\d+ days \d\d hours \d\d minutes \d\d sec$/);
    });

    it('tells the status of an object as it is on the WebSocket, not in a string', async () => {
      const [device] = fleet.devices;
      const { body: token } = await authenticate(device);
      const { body } = await rest(device, 'elements/127.0.0.1/status/ptp', { token });
      expect(JSON.parse(body)).toEqual(device.status('ptp'));
    });

    it.each([
      'elements/10.9.9.9/status/ptp',
      'elements/127.0.0.1/status/nothing',
      'elements/127.0.0.1/config/processorE',
      'nothing',
    ])('knows nothing of %s', async (path) => {
      const { body: token } = await authenticate(fleet.devices[0]);
      expect((await rest(fleet.devices[0], path, { token })).status).toBe(404);
    });
  });

  describe('over its WebSocket', () => {
    it('answers the token with permissions and what alarms there are', async () => {
      const client = await Client.connect(fleet.devices[0]);
      expect(await client.next('permissionsMsg')).toMatchObject({ currentUser: 'admin' });
      expect(await client.next('activeAlarmStatus')).toHaveProperty('activeAlarms');
    });

    it('closes with 1008 on a wrong token', async () => {
      const client = await Client.connect(fleet.devices[0], 'Bearer wrong');
      expect(await client.until(() => client.closed)).toEqual({ code: 1008, reason: 'Invalid token' });
    });

    it('sends a first full picture of what is subscribed to, each status as JSON in a string', async () => {
      const client = await Client.subscribe(fleet.devices[0], ['ptp', 'system', 'ipVidRx', 'procChannelHD/A-HD-1']);
      const statuses = await client.statuses('allStatuses');
      expect(statuses.map((status) => [status.type, status.object_ID])).toEqual([
        ['ptp', 'ptp'],
        ['system', 'system'],
        ['ipVidRx', 'ipVidRx'],
        ['procChannelHD', 'A-HD-1'],
      ]);
    });

    it('sends only what changed after that', async () => {
      const [device] = fleet.devices;
      const client = await Client.subscribe(device, ['ptp', 'system']);
      await client.next('allStatuses');
      device.set('ptp', { ptpStatus: { ptpCtlrState: 'Holdover' } });
      const [ptp, ...others] = await client.statuses('statusState');
      expect(ptp).toMatchObject({ type: 'ptp', ptpStatus: { ptpCtlrState: 'Holdover', ptpMasterIP: '10.20.254.11' } });
      expect(others).toEqual([]);
      device.unset('ptp');
      expect((await client.statuses('statusState'))[0]).toMatchObject({ ptpStatus: { ptpCtlrState: 'Locked' } });
    });

    it('says nothing about objects that it does not have or that need an id', async () => {
      const client = await Client.subscribe(fleet.devices[0], [
        'nothing',
        'procChannelHD',
        'procChannelHD/Z-HD-1',
        'ptp',
      ]);
      expect((await client.statuses('allStatuses')).map(({ type }) => type)).toEqual(['ptp']);
    });

    it('lists the configuration of every object on demand', async () => {
      const client = await Client.connect(fleet.devices[0]);
      client.say({ msgType: 'getAllObjects', elementIp: '127.0.0.1' });
      const { configurations } = (await client.next('allObjects')) as unknown as { configurations: string[] };
      const all = configurations.map((text) => JSON.parse(text) as { type: string; object_ID: string });
      expect(all).toContainEqual(expect.objectContaining({ type: 'procChannelHD', object_ID: 'A-HD-1' }));
      expect(all.length).toBeGreaterThan(140);
    });

    it('says when an alarm is raised and when it clears, each time with all that are raised', async () => {
      const [, device] = fleet.devices;
      device.clearAlarms();
      const client = await Client.connect(device);
      expect(await client.next('activeAlarmStatus')).toMatchObject({ activeAlarms: [] });
      const id = device.raiseAlarm({ reason: 'It burns.', location: 'Rack 4' });
      expect(await client.next('activeAlarmStatus')).toMatchObject({
        activeAlarms: [{ id, reason: 'It burns.', location: 'Rack 4', object_id: 'system' }],
      });
      device.clearAlarm(id);
      expect(await client.next('activeAlarmStatus')).toMatchObject({ activeAlarms: [] });
    });

    it('counts what it was asked for', async () => {
      const [, , device] = fleet.devices;
      await authenticate(device, 'wrong');
      const client = await Client.subscribe(device, ['ptp']);
      await client.next('allStatuses');
      expect(device.counters).toMatchObject({
        authentications: 2,
        refusals: 1,
        handshakes: 1,
        sessions: 1,
        subscriptions: 1,
      });
      expect({ connections: device.connections, subscribers: device.subscribers }).toEqual({
        connections: 1,
        subscribers: 1,
      });
    });
  });
});
