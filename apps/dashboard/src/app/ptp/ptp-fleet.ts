import { Injectable, computed, inject } from '@angular/core';
import { compareNames } from '../core/format/names';
import { groupBy } from '../core/group-by';
import { FleetStore, type LiveDevice } from '../core/live/fleet-store';
import { OFFSET_LIMIT } from '../ui/ptp-words';
import { clockStatus, CLOCK_STATUSES, commonMaster, masterOf, siteOf, type ClockStatus } from './clock-status';

/** The devices that follow the same grandmaster, or that follow none for the same reason. */
export interface Follower {
  /** The identity of the grandmaster, or the status of those that follow none. */
  readonly key: string;
  /** Null for devices without a grandmaster. */
  readonly master: string | null;
  readonly status: ClockStatus;
  readonly count: number;
  /** Whether the majority of a site follows it. */
  readonly isCommon: boolean;
}

/** The clocks of all devices, compared with one another. */
@Injectable()
export class PtpFleet {
  private readonly fleet = inject(FleetStore);

  /** The grandmaster that the majority of each site follows; null where there is none. */
  private readonly commons = computed(() => {
    const sites = groupBy(this.fleet.devices(), ({ summary }) => siteOf(summary()));
    return new Map(
      [...sites].map(([site, devices]) => [
        site,
        commonMaster(devices.map(({ summary, health }) => masterOf(summary(), health()))),
      ]),
    );
  });
  private readonly statuses = computed(
    () =>
      new Map(
        this.fleet
          .devices()
          .map((device) => [device.id, clockStatus(device.summary(), device.health(), this.commonOf(device))]),
      ),
  );
  /** Every device, outliers first. */
  readonly devices = computed(() => this.outliersFirst(), {
    equal: (a, b) => a.length === b.length && a.every((device, index) => device === b[index]),
  });
  /** The devices by grandmaster, outliers first. */
  readonly followers = computed<readonly Follower[]>(() => this.countFollowers());

  status({ id }: LiveDevice): ClockStatus {
    return this.statuses().get(id) ?? 'no_data';
  }

  /** The grandmaster that most of the site of a device follow. */
  private commonOf({ summary }: LiveDevice): string | null {
    return this.commons().get(siteOf(summary())) ?? null;
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
    const groups = new Map<string, Follower>();
    for (const device of this.fleet.devices()) {
      const master = masterOf(device.summary(), device.health());
      const key = this.keyOf(device);
      const before = groups.get(key);
      const isCommon = (before?.isCommon ?? false) || (master !== null && master === this.commonOf(device));
      const status = worse(before?.status, this.groupOf(device), isCommon);
      groups.set(key, { key, master, status, count: (before?.count ?? 0) + 1, isCommon });
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

/** A grandmaster that the majority of one site follows is no minority, whoever else follows it. */
function worse(before: ClockStatus | undefined, status: ClockStatus, isCommon: boolean): ClockStatus {
  if (isCommon) return 'fine';
  return before === 'other_master' ? before : status;
}
