import { startFleet, type Fleet } from '../fleet/fleet';
import { Client } from '../testing/client';

describe('a device that sends messages that are not what they should be', () => {
  let fleet: Fleet;
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0 });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  async function subscribed(): Promise<Client> {
    const client = await Client.subscribe(device(), ['ptp', 'system']);
    await client.next('allStatuses');
    return client;
  }

  it('sends what is not JSON, beside what is', async () => {
    const client = await subscribed();
    device().misbehave({ kind: 'invalid-json' });
    device().set('ptp', { ptpStatus: { ptpCtlrState: 'Holdover' } });
    await client.next('statusState');
    expect(client.raw).toContain('{"msgType":"statusState","statuses":[');
    device().unset('ptp');
  });

  it('sends fields of other types', async () => {
    const client = await subscribed();
    device().misbehave({ kind: 'wrong-types' });
    await client.until(() => client.raw.find((text) => text === '"text"'));
    expect(client.raw).toContain('{"msgType":42,"statuses":[]}');
  });

  it('sends as many times as wanted, with each update', async () => {
    const client = await subscribed();
    device().misbehave({ kind: 'binary', times: 2 });
    for (let updates = 0; updates < 4; updates++) device().update();
    await client.next('statusState');
    expect(client.raw.filter((message) => typeof message !== 'string')).toHaveLength(2);
  });

  it('sends bytes that are not UTF-8', async () => {
    const client = await subscribed();
    device().misbehave({ kind: 'invalid-utf8' });
    expect((await client.until(() => client.error)).message).toMatch(/UTF-8/);
  });

  it('puts one bad text among good statuses', async () => {
    device().misbehave({ kind: 'bad-status' });
    const client = await Client.subscribe(device(), ['ptp', 'system']);
    const { statuses = [] } = await client.next('allStatuses');
    const isJson = statuses.map((text) => {
      try {
        return typeof JSON.parse(text) === 'object';
      } catch {
        return false;
      }
    });
    expect(isJson).toEqual([true, false, true]);
  });

  it('knows more than anyone: new messages, types and fields', async () => {
    const client = await Client.subscribe(device(), ['ptp']);
    await client.next('allStatuses');
    device().misbehave({ kind: 'unknown-things' });
    await client.next('holographicStatus');
    device().update();
    const statuses = await client.statuses('statusState');
    expect(statuses.map(({ type }) => type)).toEqual(['ptp', 'holographicRx']);
    expect(statuses[0]).toHaveProperty('futureField');
  });
});
