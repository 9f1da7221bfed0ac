import { DeviceModel } from './device-model';
import { deviceIdentity } from './identity';
import { GRANDMASTERS } from './ptp-clock';

const NOW = Date.UTC(2026, 1, 3, 20);

function device(incidentsPerHour = 0, seed = 'snp', number = 1): DeviceModel {
  return new DeviceModel(deviceIdentity(seed, number), { seed, incidentsPerHour }, NOW);
}

/** Lives second by second and tells what was seen at each. */
function live<T>(model: DeviceModel, seconds: number, read: (model: DeviceModel) => T): T[] {
  const start = model.now;
  return Array.from({ length: seconds }, (_, second) => {
    model.step(start + (second + 1) * 1000);
    return read(model);
  });
}

describe('the life of a device', () => {
  it('lets temperatures drift a little', () => {
    const seen = live(device(), 600, ({ thermals }) => thermals.mainBoard);
    expect(new Set(seen.map((value) => value.toFixed(1))).size).toBeGreaterThan(5);
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(6);
  });

  it('lets the PTP offset wander around nothing', () => {
    const seen = live(device(), 600, ({ ptp }) => ptp.offset);
    expect(new Set(seen).size).toBe(600);
    expect(Math.max(...seen.map(Math.abs))).toBeLessThan(0.5);
  });

  it('counts packets, second by second', () => {
    const seen = live(device(), 10, ({ receivers, network }) => [
      receivers.video[0].packets,
      network.primary.receivedPackets,
    ]);
    for (let at = 1; at < seen.length; at++) {
      expect(seen[at][0] - seen[at - 1][0]).toBe(device().receivers.video[0].packetsPerSecond);
      expect(seen[at][1]).toBeGreaterThan(seen[at - 1][1]);
    }
  });

  it('goes the same way again with the same seed', () => {
    const story = (seed: string): string =>
      JSON.stringify(
        live(device(60, seed), 1200, ({ ptp, alarms, thermals }) => [
          ptp.state,
          ptp.offset,
          alarms.list(),
          thermals.fpgas(),
        ]),
      );
    expect(story('one')).toBe(story('one'));
    expect(story('one')).not.toBe(story('two'));
  });

  it('has no incidents in its first minute, nor ever when told so', () => {
    const early = live(device(3600), 59, ({ alarms }) => alarms.version);
    expect(new Set(early).size).toBe(1);
    const never = live(device(0), 7200, ({ alarms, ptp }) => `${alarms.version} ${ptp.state}`);
    expect(new Set(never).size).toBe(1);
  });

  it('loses lock, changes grandmaster, loses packets, slows fans, and raises and clears alarms now and then', () => {
    const model = device(240);
    const before = model.receivers.video[0].lost;
    const seen = live(model, 6 * 3600, ({ ptp, thermals, alarms }) => ({
      state: ptp.state,
      master: ptp.grandmaster?.identity,
      fans: thermals.fanSpeeds().filter(({ isOk }) => !isOk).length,
      alarms: alarms.list().length,
    }));
    const all = <K extends keyof (typeof seen)[number]>(key: K): Set<(typeof seen)[number][K]> =>
      new Set(seen.map((moment) => moment[key]));
    expect([...all('state')].sort()).toEqual(['Acquiring', 'Holdover', 'Locked', 'Unlocked-Free Run']);
    expect(all('master')).toEqual(new Set([undefined, ...GRANDMASTERS.map(({ identity }) => identity)]));
    expect(all('fans')).toEqual(new Set([0, 1]));
    expect(all('alarms').size).toBeGreaterThan(1);
    expect(model.receivers.video[0].lost).toBeGreaterThan(before);
  });

  it('loses a leg, its registration and a sender, and tells of channels as alarms of devices do', () => {
    const model = device(240);
    const seen = live(model, 6 * 3600, ({ network, receivers, isRebootRequired, alarms }) => ({
      leg: receivers.video[0].lostLeg,
      isRegistered: network.isRegistered,
      overloaded: network.overloaded,
      isFlooded: network.isFlooded('primary') || network.isFlooded('secondary'),
      isRebootRequired,
      places: alarms.list().map(({ location }) => location),
    }));
    const all = <K extends keyof (typeof seen)[number]>(key: K): Set<(typeof seen)[number][K]> =>
      new Set(seen.map((moment) => moment[key]));
    expect(all('leg')).toEqual(new Set([null, 'primary', 'secondary']));
    expect(all('isRegistered').size + all('isFlooded').size + all('isRebootRequired').size).toBe(6);
    expect(all('overloaded')).toEqual(new Set([null, 'D']));
    expect(seen.flatMap(({ places }) => places)).toContainEqual(
      expect.stringMatching(/^Processor[A-D] Section[12] Program[1-4]$/),
    );
  });

  it('is well again after every incident', () => {
    const model = device(240);
    const standing = model.alarms.list().length;
    const seen = live(model, 2 * 3600, ({ alarms, ptp }) => ({ alarms: alarms.list().length, state: ptp.state }));
    const wellAgain = seen.filter(
      (moment, at) => at > 0 && moment.alarms === standing && seen[at - 1].alarms > standing,
    );
    expect(wellAgain.length).toBeGreaterThan(5);
    expect(seen.filter(({ state }) => state === 'Locked').length).toBeGreaterThan(3600);
  });

  it('starts its counters of time again when it restarts with another firmware', () => {
    const model = device();
    expect(model.uptimeSeconds).toBeGreaterThan(3000);
    model.restart('3.3.0.1');
    expect(model.uptimeSeconds).toBe(0);
    expect(model.identity.firmware).toBe('3.3.0.1');
    live(model, 30, () => undefined);
    expect(model.uptimeSeconds).toBe(30);
  });
});
