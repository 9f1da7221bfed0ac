import { startFleet, type Fleet } from '../fleet/fleet';
import { startControl, type ControlServer } from './control-server';

describe('the control of a fleet', () => {
  let fleet: Fleet;
  let control: ControlServer;

  beforeAll(async () => {
    fleet = await startFleet({ devices: 3, updatesPerSecond: 0 });
    control = await startControl(fleet);
  });

  afterAll(async () => {
    await control.close();
    await fleet.close();
  });

  async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`http://127.0.0.1:${control.port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    return { status: response.status, body: await response.json() };
  }

  it('tells what there is', async () => {
    expect((await call('GET', '/')).body).toHaveProperty(['POST /devices/{number, name or all}/misbehave']);
    expect((await call('GET', '/faults')).body).toContainEqual({
      kind: 'silence',
      summary: expect.stringContaining('sends nothing') as unknown,
      options: { at: { default: 'tcp', allowed: 'tcp, tls, auth, upgrade, rest' } },
    });
  });

  it('tells of every device what it is and how it is', async () => {
    const { body } = await call('GET', '/devices');
    expect(body).toMatchObject([{ number: 1, name: 'STUDIO-A-SNP-01', connections: 0, misbehaviours: [] }, {}, {}]);
    expect((await call('GET', '/devices/127.0.1.3')).body).toMatchObject([{ number: 3 }]);
  });

  it('lets one device misbehave, and behave', async () => {
    const { status, body } = await call('POST', '/devices/2/misbehave', { kind: 'close', code: 1011 });
    expect({ status, body }).toEqual({ status: 200, body: { devices: ['STUDIO-A-SNP-02'] } });
    await call('POST', '/devices/STUDIO-A-SNP-02/misbehave', { kind: 'no-messages' });
    expect(fleet.devices.map(({ misbehaviours }) => misbehaviours)).toEqual([[], [{ kind: 'no-messages' }], []]);
    await call('POST', '/devices/all/behave', {});
    expect(fleet.devices[1].misbehaviours).toEqual([]);
  });

  it('lets all devices stop and go on', async () => {
    await call('POST', '/devices/all/pause', {});
    expect(fleet.devices.every(({ misbehaviours }) => misbehaviours.length === 1)).toBe(true);
    await call('POST', '/devices/all/resume', {});
    expect(fleet.devices.every(({ misbehaviours }) => misbehaviours.length === 0)).toBe(true);
  });

  it('changes values and alarms', async () => {
    await call('POST', '/devices/1/set', { object: 'ptp', patch: { ptpStatus: { ptpCtlrState: 'Holdover' } } });
    expect(fleet.devices[0].status('ptp')).toHaveProperty('ptpStatus.ptpCtlrState', 'Holdover');
    await call('POST', '/devices/1/unset', { object: 'ptp/ptp' });
    expect(fleet.devices[0].status('ptp')).toHaveProperty('ptpStatus.ptpCtlrState', 'Locked');
    await call('DELETE', '/devices/1/alarms');
    const { body } = await call('POST', '/devices/1/alarms', { reason: 'Hot.', severity: 'major' });
    expect(fleet.devices[0].alarms).toMatchObject([
      { id: (body as { ids: number[] }).ids[0], reason: 'Hot.', severity: 'major' },
    ]);
  });

  it('changes configurations, or has none', async () => {
    const { body } = await call('GET', '/devices/1');
    expect(body).toMatchObject([{ kind: 'hd', configurations: 'all', counters: { configurations: 0 } }]);
    await call('POST', '/devices/1/configure', { object: 'A-HD-1', patch: { ProgramName: { name: 'CAM 9' } } });
    await call('POST', '/devices/all/configurations', { offer: 'basic' });
    expect(fleet.devices.map(({ configurations }) => configurations)).toEqual(['basic', 'basic', 'basic']);
    expect((await call('GET', '/devices/2/requests')).body).toEqual([
      { name: 'STUDIO-A-SNP-02', mostRequestsAtOnce: 0, requests: [] },
    ]);
  });

  it.each([
    ['POST', '/devices/9/behave', {}, 404, /no device "9"/],
    ['POST', '/devices/1/dance', {}, 404, /Not found/],
    ['GET', '/nothing', undefined, 404, /Not found/],
    ['POST', '/devices/1/misbehave', { kind: 'dance' }, 400, /"kind" must be one of/],
    ['POST', '/devices/1/misbehave', [], 400, /must be a JSON object/],
    ['POST', '/devices/1/set', { object: 'roof', patch: {} }, 400, /has no object "roof"/],
    ['POST', '/devices/1/set', { object: 'ptp', patch: 1 }, 400, /"patch" must be an object/],
    ['POST', '/devices/1/configure', { object: 'roof', patch: {} }, 400, /has no configuration of "roof"/],
    ['POST', '/devices/1/configure', { object: 'ptp', patch: [] }, 400, /"patch" must be an object/],
    ['POST', '/devices/1/configurations', { offer: 'few' }, 400, /"offer" must be one of: all, basic/],
    ['POST', '/devices/1/alarms', {}, 400, /"reason"/],
    ['POST', '/devices/1/behave', undefined, 400, /application\/json/],
  ])('says what is wrong with %s %s %j', async (method, path, body, status, message) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect((answer.body as { error: string }).error).toMatch(message);
  });
});
