import { ManualClock } from '../clock';
import { startFleet, type Fleet } from '../fleet/fleet';
import { runScenario } from './run-scenario';
import { readScenario } from './scenario';

describe('a scenario', () => {
  let fleet: Fleet;
  const clock = new ManualClock();

  beforeAll(async () => {
    fleet = await startFleet({ devices: 4, updatesPerSecond: 0, clock });
  });

  afterEach(() => Promise.all(fleet.devices.map((device) => device.behave())));
  afterAll(() => fleet.close());

  const faults = () => fleet.devices.map(({ misbehaviours }) => misbehaviours.map(({ kind }) => kind).join());

  it('does what it says when it says, to the devices it names, for as long as it says', () => {
    const scenario = readScenario({
      steps: [
        { at: '10s', devices: 2, misbehave: { kind: 'no-messages' }, for: '30s' },
        { at: '1m', devices: ['STUDIO-A-SNP-01', '127.0.1.3'], misbehave: 'no-statuses' },
        { at: 90, behave: true },
      ],
    });
    const stop = runScenario(fleet, scenario, { clock });
    expect(faults()).toEqual(['', '', '', '']);
    clock.advance(10_000);
    expect(faults()).toEqual(['', 'no-messages', '', '']);
    clock.advance(30_000);
    expect(faults()).toEqual(['', '', '', '']);
    clock.advance(20_000);
    expect(faults()).toEqual(['no-statuses', '', 'no-statuses', '']);
    clock.advance(30_000);
    expect(faults()).toEqual(['', '', '', '']);
    stop();
  });

  it('starts again when it repeats, and picks as many devices as it should', () => {
    const scenario = readScenario({
      repeat: '1m',
      steps: [{ devices: { random: 2 }, misbehave: 'no-console', for: '10s' }],
    });
    const stop = runScenario(fleet, scenario, { clock });
    for (let round = 0; round < 3; round++) {
      clock.advance(round === 0 ? 0 : 50_000);
      expect(faults().filter((kind) => kind === 'no-console')).toHaveLength(2);
      clock.advance(10_000);
      expect(faults().join('')).toBe('');
    }
    stop();
    clock.advance(600_000);
    expect(faults().join('')).toBe('');
  });

  it('brings chaos, the same with the same seed', () => {
    const scenario = readScenario({
      chaos: { every: '1s', for: '5s', faults: ['no-messages', 'no-console', 'no-statuses'] },
    });
    const story = (seed: string): string[] => {
      const lines: string[] = [];
      const stop = runScenario(fleet, scenario, { clock, seed, log: (line) => lines.push(line) });
      clock.advance(60_000);
      stop();
      return lines;
    };
    const first = story('a');
    expect(first).toHaveLength(60);
    expect(story('a')).toEqual(first);
    expect(story('b')).not.toEqual(first);
  });

  it('may leave it to chance among all faults', () => {
    expect(readScenario({ chaos: {} }).chaos?.faults.length).toBeGreaterThan(20);
  });

  it('is told everything that is wrong with it', () => {
    const read = () =>
      readScenario({
        stops: [],
        steps: [
          { at: 'soon', misbehave: 'refuse' },
          { devices: {}, misbehave: { kind: 'close', code: 5 } },
          { at: 1, behave: true, misbehave: 'refuse' },
          'x',
        ],
      });
    expect(read).toThrow(
      [
        'the scenario has an unknown key "stops"; the keys are steps, repeat, chaos',
        '"at" of step 1 must be a time like 500ms, 10s, 2m or 1h',
        '"devices" of step 2 must be all, a number or name, a list of them, or {random: 3}',
        'step 2: "code" of "close" must be a close code (1000 to 1014, 3000 to 4999)',
        'step 3 must have either "misbehave" or "behave"',
        'step 4 must be an object',
        'step 4 must have either "misbehave" or "behave"',
      ].join('\n'),
    );
    expect(() => readScenario({})).toThrow('"steps" or "chaos" is required');
  });
});
