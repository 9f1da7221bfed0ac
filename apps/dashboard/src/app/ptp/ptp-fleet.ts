import { compareNames } from '../core/format/names';
import { Injectable, computed, inject } from '@angular/core';
import { FleetStore, type LiveDevice } from '../core/live/fleet-store';
import { OFFSET_LIMIT } from '../ui/ptp-words';
import { commonMaster, masterOf, clockStatus, CLOCK_STATUSES, type ClockStatus } from './clock-status';

/** The devices that follow the same grandmaster, or that follow none for the same reason. */
export interface Follower {
  /** The identity of the grandmaster, or the status of those that follow none. */
  readonly key: string;
  /** Null for devices without a grandmaster. */
  readonly master: string | null;
  readonly status: ClockStatus;
  readonly count: number;
  /** Whether the majority of the fleet follows it. */
  readonly isCommon: boolean;
}

/** The clocks of all devices, compared with one another. */
@Injectable()
export class PtpFleet {
  private readonly fleet = inject(FleetStore);

  /** The grandmaster that the majority follows; null when there is none. */
  readonly common = computed(() =>
    commonMaster(this.fleet.devices().map(({ summary, health }) => masterOf(summary(), health()))),
  );
  private readonly statuses = computed(() => {
    const common = this.common();
    return new Map(
      this.fleet.devices().map(({ id, summary, health }) => [id, clockStatus(summary(), health(), common)]),
    );
  });
  /** Every device, outliers first. */
  readonly devices = computed(() => this.outliersFirst(), {
    equal: (a, b) => a.length === b.length && a.every((device, index) => device === b[index]),
  });
  /** The devices by grandmaster, outliers first. */
  readonly followers = computed<readonly Follower[]>(() => this.countFollowers());

  status({ id }: LiveDevice): ClockStatus {
    return this.statuses().get(id) ?? 'no_data';
  }

  /** The key of the group of a device. */
  keyOf(device: LiveDevice): string {
    return masterOf(device.summary(), device.health()) ?? this.groupOf(device);
  }

  /**
   * By status; then those above the offset limit by offset, the others by grandmaster, smallest group first, then by
   * name, so that they keep their place.
   */
  private outliersFirst(): readonly LiveDevice[] {
    const places = new Map(this.followers().map(({ key }, place) => [key, place]));
    const keyed = this.fleet.devices().map((device) => {
      const status = this.status(device);
      const offset = Math.abs(device.summary().figures.ptp_offset_seconds ?? 0);
      const excess = status === 'far_off' || (status === 'other_master' && offset > OFFSET_LIMIT) ? offset : 0;
      return { device, rank: CLOCK_STATUSES.indexOf(status), excess, place: places.get(this.keyOf(device)) ?? 0 };
    });
    keyed.sort(
      (a, b) =>
        a.rank - b.rank ||
        b.excess - a.excess ||
        a.place - b.place ||
        compareNames(a.device.summary().name, b.device.summary().name),
    );
    return keyed.map(({ device }) => device);
  }

  private countFollowers(): readonly Follower[] {
    const common = this.common();
    const groups = new Map<string, Follower>();
    for (const device of this.fleet.devices()) {
      const master = masterOf(device.summary(), device.health());
      const key = this.keyOf(device);
      const isOther = common !== null && master !== null && master !== common;
      const status = isOther ? 'other_master' : this.groupOf(device);
      const count = (groups.get(key)?.count ?? 0) + 1;
      groups.set(key, { key, master, status, count, isCommon: master !== null && master === common });
    }
    return [...groups.values()].sort(
      (a, b) =>
        CLOCK_STATUSES.indexOf(a.status) - CLOCK_STATUSES.indexOf(b.status) ||
        a.count - b.count ||
        compareNames(a.key, b.key),
    );
  }

  /** A clock with a large offset still follows its grandmaster. */
  private groupOf(device: LiveDevice): ClockStatus {
    const status = this.status(device);
    return status === 'far_off' ? 'fine' : status;
  }
}
