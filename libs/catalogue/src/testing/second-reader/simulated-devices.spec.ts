import { ManualClock, startFleet, type Body, type SimulatedDevice } from '@snp/simulator';
import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { answersOf } from './devices/simulated-answers';

const MINUTE_MS = 60_000;
/** A busy machine has ten times the time that a quiet one needs. */
const PATIENCE_MS = 20_000;

function statusesOf(device: SimulatedDevice): Body[] {
  return device.objects.map(({ type, id }) => device.status(`${type}/${id}`));
}

describe('the series of a simulated device, read a second time', () => {
  it.each(['hd', 'uhd', 'gateway', 'jpeg-xs', 'master-control'] as const)(
    'are those of the kind %s, now and as it lives on',
    async (kind) => {
      const clock = new ManualClock();
      const options = { clock, kinds: [kind], seed: 'second reader', updatesPerSecond: 0, incidentsPerHour: 600 };
      const fleet = await startFleet(options);
      try {
        const [device] = fleet.devices;
        const both = new BothReaders().answers(await answersOf(device));
        for (let round = 0; round < 2; round++) {
          expect(both.says(...statusesOf(device)).differences).toEqual(NO_DIFFERENCES);
          clock.advance(MINUTE_MS);
          device.update();
        }
        expect(both.expectedCount).toBeGreaterThan(1_000);
      } finally {
        await fleet.close();
      }
    },
    PATIENCE_MS,
  );
});
