import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DeviceSummary, Figures } from '../core/api/models';
import { FleetStore, type LiveDevice } from '../core/live/fleet-store';
import { displayedHealth } from '../core/live/freshness';
import { startOffsets } from '../core/live/offsets';
import { at, NOW, summaryOf } from '../testing/devices';
import { PtpFleet } from './ptp-fleet';

const summaries = signal<readonly DeviceSummary[]>([]);

function liveDevice(index: number): LiveDevice {
  const summary = computed(() => summaries()[index]);
  const age = computed(() => NOW - Date.parse(summary().last_message_at ?? ''));
  const health = computed(() => displayedHealth(summary(), { message: age(), status: age() }, null));
  return { id: index + 1, summary, health, offsets: signal(startOffsets([null], 10, NOW)) };
}

/** Devices 1, 2, …, each with these figures. */
function fleetOf(...figures: Partial<Figures>[]): PtpFleet {
  return fleetAt(...figures.map((each) => ['', each] as const));
}

/** The same, each at a site. */
function fleetAt(...placed: (readonly [site: string, figures: Partial<Figures>])[]): PtpFleet {
  summaries.set(
    placed.map(([site, figures], index) => summaryOf(index + 1, { figures, tags: site === '' ? {} : { site } })),
  );
  const devices = signal(placed.map((_, index) => liveDevice(index)));
  TestBed.configureTestingModule({ providers: [PtpFleet, { provide: FleetStore, useValue: { devices } }] });
  return TestBed.inject(PtpFleet);
}

const ids = (fleet: PtpFleet) => fleet.devices().map(({ id }) => id);

describe('PtpFleet', () => {
  it('shows outliers first: unlocked, other grandmaster, worst offset', () => {
    const fleet = fleetOf(
      {},
      { ptp_offset_seconds: 2e-6 },
      { grandmaster: 'B' },
      { ptp_offset_seconds: -9e-6 },
      {
        ptp_state: 'acquiring',
      },
    );
    expect(ids(fleet)).toEqual([5, 3, 4, 2, 1]);
  });

  it('keeps the places of those that are fine, whatever their offsets', () => {
    const fleet = fleetOf({ ptp_offset_seconds: 1e-9 }, { ptp_offset_seconds: 9e-9 });
    const before = fleet.devices();
    summaries.update(([a, b]) => [
      summaryOf(1, { figures: { ptp_offset_seconds: 8e-7 } }),
      { ...b, state_reason: a.state_reason },
    ]);
    expect(fleet.devices()).toBe(before);
  });

  it('puts those that follow the same grandmaster together where none is followed by most', () => {
    const fleet = fleetOf(
      { grandmaster: 'B' },
      { grandmaster: 'A' },
      { grandmaster: 'B' },
      { grandmaster: 'A' },
      {
        grandmaster: 'C',
      },
    );
    expect(ids(fleet)).toEqual([5, 2, 4, 1, 3]);
  });

  it('counts who follows whom, the grandmaster of most after those of few', () => {
    const fleet = fleetOf({}, {}, {}, { grandmaster: 'B' }, { ptp_state: 'holdover' }, { ptp_state: null });
    const counts = fleet.followers().map(({ key, count, isCommon }) => [key, count, isCommon]);
    expect(counts).toEqual([
      ['unlocked', 1, false],
      ['B', 1, false],
      ['08-00-11-FF-FE-23-2C-56', 3, true],
      ['no_ptp', 1, false],
    ]);
  });

  it('compares the devices of each site with one another', () => {
    const [a, b] = [{ grandmaster: 'A' }, { grandmaster: 'B' }];
    const fleet = fleetAt(
      ['x', a],
      ['x', a],
      ['x', a],
      ['y', b],
      ['y', b],
      ['y', a],
      ['', b],
      ['', { grandmaster: 'C' }],
    );
    expect(fleet.devices().map((device) => fleet.status(device))).toEqual([
      'other_master',
      ...Array<string>(7).fill('fine'),
    ]);
    expect(ids(fleet)[0]).toBe(6);
    const counts = fleet.followers().map(({ key, count, isCommon, status }) => [key, count, isCommon, status]);
    expect(counts).toEqual([
      ['C', 1, false, 'fine'],
      ['B', 3, true, 'fine'],
      ['A', 4, true, 'fine'],
    ]);
  });

  it('counts a device that is far off under its grandmaster', () => {
    const fleet = fleetOf({ ptp_offset_seconds: 5e-6 }, {});
    expect(fleet.followers()).toHaveLength(1);
    expect(fleet.keyOf(fleet.devices()[0])).toBe('08-00-11-FF-FE-23-2C-56');
  });

  it('counts a stale device under no grandmaster', () => {
    const fleet = fleetOf({}, {});
    summaries.update(([first, second]) => [first, { ...second, last_message_at: at(20_000) }]);
    expect(fleet.followers().map(({ key, count }) => [key, count])).toEqual([
      ['08-00-11-FF-FE-23-2C-56', 1],
      ['no_data', 1],
    ]);
  });
});
