import { parseMessage } from '@snp/protocol';
import { DEVICE_KINDS, ManualClock, startFleet, type DeviceKind, type SimulatedDevice } from '@snp/simulator';
import { PretendDevice } from './testing/pretend-device';
import { stillAt } from './testing/still-clock';

const MINUTE_MS = 60_000;
const STEP_MS = 6_000;

/** What of a device changes truly when something happens to it: its alarms, and facts that it is now without or has anew. */
const CHANGES_TRULY: ReadonlySet<string> = new Set([
  'ic_snp_active_alarm_raised_timestamp_seconds',
  'ic_snp_ptp_info_info',
  'ic_snp_ptp_grandmaster_info',
  'ic_snp_network_info',
  'ic_snp_network_interface_info',
  'ic_snp_video_rx_info',
  'ic_snp_receiver_info',
  'ic_snp_channel_info',
  'ic_snp_sdi_input_info',
  'ic_snp_genlock_info',
  'ic_snp_channel_audio_error',
]);

/** A simulated device with everything subscribed, and the series that appear after its first picture. */
class WatchedDevice {
  private readonly pretended = new PretendDevice('all');
  private readonly known: Set<string>;

  constructor(
    private readonly device: SimulatedDevice,
    private readonly clock: ManualClock,
  ) {
    this.known = new Set(this.seriesNow());
  }

  /** Lets time pass; returns the series that are new. */
  live(ms: number): string[] {
    const before = this.known.size;
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      this.clock.advance(STEP_MS);
      this.device.update();
      for (const series of this.seriesNow()) this.known.add(series);
    }
    return [...this.known].slice(before);
  }

  private seriesNow(): string[] {
    const { device, pretended } = this;
    pretended.says(...device.objects.map(({ type, id }) => device.status(`${type}/${id}`)));
    this.tellAlarms();
    const lines = [...pretended.store.snapshot().chunks('text')].join('').split('\n');
    return lines.filter((line) => !line.startsWith('#')).map((line) => line.slice(0, line.lastIndexOf(' ')));
  }

  private tellAlarms(): void {
    const activeAlarms = this.device.alarms.map(({ id, reason, location, objectId, raisedAt }) => ({
      ...{ id, reason, location, object_id: objectId },
      time_stamp: new Date(raisedAt).toISOString(),
    }));
    const message = parseMessage(JSON.stringify({ msgType: 'activeAlarmStatus', activeAlarms }));
    if (message?.kind !== 'alarms') throw new Error('these are no alarms');
    this.pretended.device.alarms(message.alarms, this.pretended.target, stillAt(this.clock.now()));
  }
}

const familyOf = (series: string): string => series.slice(0, series.indexOf('{'));

async function withDevice(kind: DeviceKind, act: (watched: WatchedDevice) => void): Promise<void> {
  const clock = new ManualClock();
  const options = { kinds: [kind], seed: `life ${kind}`, updatesPerSecond: 0, incidentsPerHour: 600 };
  const fleet = await startFleet({ clock, ...options });
  try {
    act(new WatchedDevice(fleet.devices[0], clock));
  } finally {
    await fleet.close();
  }
}

describe('three minutes of a device with everything subscribed', () => {
  it.each(DEVICE_KINDS)('make no new series but alarms and true changes (%s)', async (kind) => {
    await withDevice(kind, (watched) => {
      // Nothing happens to a simulated device in its first minute.
      expect(watched.live(MINUTE_MS)).toEqual([]);
      const changes = watched.live(2 * MINUTE_MS);
      expect(changes.filter((series) => !CHANGES_TRULY.has(familyOf(series)))).toEqual([]);
      expect(changes.map(familyOf)).toContain('ic_snp_active_alarm_raised_timestamp_seconds');
      expect(changes.length).toBeLessThan(40);
    });
  });
});
