import { ManualClock } from '../clock';
import { startFleet, type Fleet } from '../fleet/fleet';
import { authenticate, Client, eventually, rest } from '../testing/client';
import { FAULTS, readMisbehaviour } from './misbehaviour';

describe('a device that is another one all at once', () => {
  let fleet: Fleet;
  const clock = new ManualClock(Date.UTC(2026, 1, 3));
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0, clock });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  it('reboots: away for a while, then back with other firmware, a short uptime and fewer objects', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'reboot', down_ms: 3000, firmware: '3.3.0.1', loses: ['ptp/ptp'] });
    expect(await client.until(() => client.closed)).toMatchObject({ code: 1006 });
    await expect(authenticate(device())).rejects.toThrow(/ECONNREFUSED/);
    clock.advance(3000);
    const { body: token } = await eventually(() => authenticate(device()));
    const { data } = JSON.parse((await rest(device(), 'console/status', { token })).body) as { data: object };
    expect(data).toMatchObject({ firmwareVer: '3.3.0.1', upTime: 'up 0 minutes' });
    const again = await Client.subscribe(device(), ['ptp', 'system']);
    expect((await again.statuses('allStatuses')).map(({ type }) => type)).toEqual(['system']);
    await device().behave();
    expect(device().objects).toContainEqual({ type: 'ptp', id: 'ptp' });
  });

  it('loses objects, with a new full picture without them', async () => {
    const client = await Client.subscribe(device(), ['ptp', 'system']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'lose-objects', objects: ['system/system'] });
    expect((await client.statuses('allStatuses')).map(({ type }) => type)).toEqual(['ptp']);
    await device().behave();
    expect((await client.statuses('allStatuses')).map(({ type }) => type)).toEqual(['ptp', 'system']);
  });

  it('has a clock that is ten years off, in statuses, alarms and heartbeats', async () => {
    device().misbehave({ kind: 'wrong-clock' });
    const client = await Client.subscribe(device(), ['ptp']);
    expect((await client.statuses('allStatuses'))[0]).toHaveProperty(
      'ptpStatus.ptpUTC',
      expect.stringMatching(/2016$/),
    );
    device().clearAlarms();
    device().raiseAlarm({ reason: 'Old.' });
    await client.until(() =>
      client.messages.find((message) => JSON.stringify(message).includes('"time_stamp":"2016-')),
    );
    clock.advance(5000);
    expect(await client.next('fmmStatus')).toMatchObject({ description: expect.stringMatching(/-2016 /) as unknown });
  });
});

describe('misbehaviour that is asked for', () => {
  it.each(FAULTS.map(({ kind }) => [kind]))('can be %s', (kind) => {
    expect(readMisbehaviour({ kind })).toEqual({ kind });
  });

  it.each([
    [undefined, /"kind" must be one of refuse, /],
    [{ kind: 'toString' }, /"kind" must be one of/],
    [{ kind: 'refuse', at: 'tcp' }, /"refuse" has no option "at"/],
    [{ kind: 'close', number: 1 }, /"close" has no option "number"; its options are code, reason/],
    [{ kind: 'close', code: 'x' }, /"code" of "close" must be a close code/],
    [{ kind: 'silence', at: 'roof' }, /"at" of "silence" must be tcp, tls, auth, upgrade, rest/],
    [{ kind: 'reboot', loses: 'ptp' }, /"loses" of "reboot" must be a list of texts/],
  ])('says why %j cannot be', (value, message) => {
    expect(() => readMisbehaviour(value)).toThrow(message);
  });
});
