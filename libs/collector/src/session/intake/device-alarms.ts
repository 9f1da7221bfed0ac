import { alarmChanges, alarmKey, type ActiveAlarm } from '@snp/protocol';

const NONE: readonly ActiveAlarm[] = [];

/** The alarms of one device. */
export class DeviceAlarms {
  /** The latest list, also of a session that was lost since: a device that comes back with the same list has no news. */
  private known: ReadonlyMap<string, ActiveAlarm> = new Map();
  private isCurrent = false;

  /** What is raised now; nothing while the device is not connected. */
  get active(): readonly ActiveAlarm[] {
    return this.isCurrent ? [...this.known.values()] : NONE;
  }

  /**
   * Takes the complete list.
   * @returns whether it is not the one that was known before
   */
  update(alarms: readonly ActiveAlarm[]): boolean {
    const current = new Map(alarms.map((alarm) => [alarmKey(alarm), alarm]));
    const { raised, cleared } = alarmChanges(this.known, current);
    const isNews = !this.isCurrent || raised.length + cleared.length > 0;
    this.known = current;
    this.isCurrent = true;
    return isNews;
  }

  /** The device is no longer connected. */
  lose(): void {
    this.isCurrent = false;
  }
}
