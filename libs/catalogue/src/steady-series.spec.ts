import { SeriesStore } from '@snp/exposition';
import { parseStatus } from '@snp/protocol';
import { DEVICE_KINDS, ManualClock, startFleet, type SimulatedDevice } from '@snp/simulator';
import { Decoder } from './decoder';

const SECOND_MS = 1000;
const SCRAPE_EVERY_S = 30;
const SCRAPES_IN_THREE_MINUTES = 6;

/** A device that is read as a session with everything subscribed reads it. */
class Reading {
  private readonly decoder = new Decoder({
    groups: 'all',
    receivers: 'configured',
    senders: 'resolved',
    legacyTimeLabels: false,
  });
  private readonly store = new SeriesStore(this.decoder.families, { maxSeriesPerTarget: 20_000 });
  private readonly target;
  private readonly device = this.decoder.device();

  constructor(private readonly source: SimulatedDevice) {
    this.target = this.store.addTarget(source.name);
  }

  /** The lines of a scrape, name and labels apart from their value. */
  scrape(): Map<string, string> {
    for (const { type, id } of this.source.objects) {
      const status = parseStatus(this.source.status(`${type}/${id}`));
      if (status !== undefined) this.device.status(status, this.target);
    }
    const lines = [...this.store.snapshot().chunks('text')].join('').split('\n');
    return new Map(
      lines
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
    );
  }
}

const newIn = (now: Iterable<string>, before: ReadonlyMap<string, string>): string[] =>
  [...now].filter((series) => !before.has(series));

describe('three minutes of a device with everything subscribed', () => {
  it.each(DEVICE_KINDS.map((kind) => [kind]))('make no new series and lose none: %s', async (kind) => {
    const clock = new ManualClock();
    const fleet = await startFleet({ devices: [{ kind }], firstDevice: 2, clock, updatesPerSecond: 0 });
    try {
      const [device] = fleet.devices;
      const reading = new Reading(device);
      const before = reading.scrape();
      const seen = new Set<string>();
      for (let scrape = 0; scrape < SCRAPES_IN_THREE_MINUTES; scrape++) {
        clock.advance(SCRAPE_EVERY_S * SECOND_MS);
        device.update();
        for (const series of reading.scrape().keys()) seen.add(series);
      }
      expect(newIn(seen, before)).toEqual([]);
      const after = reading.scrape();
      expect(newIn(before.keys(), after)).toEqual([]);
      expect([...after].filter(([series, value]) => before.get(series) !== value).length).toBeGreaterThan(50);
      device.set('ipVidRx', { ipVidRxStatus: { 0: { VidRxStd: '1080p/25' } } });
      expect(newIn(reading.scrape().keys(), after).join()).toContain('1080p/25');
    } finally {
      await fleet.close();
    }
  });
});
