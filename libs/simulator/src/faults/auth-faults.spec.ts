import { startFleet, type Fleet } from '../fleet/fleet';
import { authenticate, Client } from '../testing/client';

describe('a device that answers authentication in another way', () => {
  let fleet: Fleet;
  const device = () => fleet.devices[0];

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0 });
  });

  afterEach(() => device().behave());
  afterAll(() => fleet.close());

  it.each([
    ['refused', 401, /Invalid/],
    ['forbidden', 403, /locked/],
    ['server-error', 500, /Error/],
    ['html', 200, /^<!DOCTYPE html>/],
    ['empty', 200, /^$/],
    ['no-bearer', 200, /^eyJ/],
  ] as const)('says %s', async (answer, status, text) => {
    device().misbehave({ kind: 'auth', answer });
    const { status: given, body } = await authenticate(device());
    expect(given).toBe(status);
    expect(body).toMatch(text);
  });

  it('sends 10 MB', async () => {
    device().misbehave({ kind: 'auth', answer: 'huge' });
    expect((await authenticate(device())).body.length).toBeGreaterThan(10_000_000);
  });

  it('redirects elsewhere, and counts who follows', async () => {
    device().misbehave({ kind: 'auth', answer: 'redirect' });
    expect(await authenticate(device())).toMatchObject({ status: 307, headers: { location: '/api/auth/elsewhere' } });
  });

  it.each([
    ['quoted', /^"Bearer \S+"$/],
    ['padded', /^\s+Bearer \S+\s+$/],
  ] as const)('hands out a %s token that works without what is around it', async (answer, text) => {
    device().misbehave({ kind: 'auth', answer });
    const { body } = await authenticate(device());
    expect(body).toMatch(text);
    await (await Client.connect(device(), body.replaceAll('"', '').trim())).next('permissionsMsg');
    const asReceived = await Client.connect(device(), body);
    expect(await asReceived.until(() => asReceived.closed)).toMatchObject({ code: 1008 });
  });
});
