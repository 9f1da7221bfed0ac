import { startFleet, type Fleet } from '@snp/simulator';
import { connectionTo } from '../testing/bench';
import { Core } from '../testing/core';
import { until } from '../testing/until';

const HEALTHY = 200;
const DEAD = 70;
/** Of what takes seconds. */
const CEILING_MS = 240_000;
/** Of what takes milliseconds. */
const SCRAPE_CEILING_MS = 50_000;

describe('17: two hundred devices that drop and come back at once beside seventy that are silent', () => {
  let fleet: Fleet;
  let core: Core;

  beforeAll(async () => {
    fleet = await startFleet({ devices: HEALTHY + DEAD, updatesPerSecond: 0.2 });
    const rows = fleet.devices.map((device) => connectionTo(device, { objects: PTP }));
    fleet.devices.slice(HEALTHY).forEach((device) => device.misbehave({ kind: 'silence', at: 'tcp' }));
    core = await Core.start({}, { configPollSeconds: 3600 }, rows);
  });

  afterAll(async () => {
    await core.stop();
    await fleet.close();
  });

  it('are all back within seconds, with at most twenty handshakes under way and scrapes that go on', async () => {
    const connected = () => core.supervisor.countByState().connected;
    await until(() => connected() === HEALTHY, 'all connected', CEILING_MS);
    fleet.devices.slice(0, HEALTHY).forEach((device) => device.misbehave({ kind: 'reset' }));
    await until(() => connected() < HEALTHY, 'a loss');
    const begun = performance.now();
    let most = 0;
    let slowest = 0;
    const watch = setInterval(() => (most = Math.max(most, core.dependencies.gate.occupied)), 10);
    while (connected() < HEALTHY && performance.now() - begun < CEILING_MS) {
      const scrape = performance.now();
      expect([...core.store.snapshot().chunks('text')].join('')).toContain('ic_snp_up');
      slowest = Math.max(slowest, performance.now() - scrape);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    clearInterval(watch);
    expect(connected()).toBe(HEALTHY);
    expect(most).toBeLessThanOrEqual(20);
    expect(slowest).toBeLessThan(SCRAPE_CEILING_MS);
  }, 600_000);
});

const PTP = [{ elementIP: '127.0.0.1', objectType: 'ptp' }];
