import { ActiveAlarms, type ActiveAlarm } from '@snp/protocol';

const NONE: readonly ActiveAlarm[] = [];

/** The alarms of one device. */
export class DeviceAlarms {
  /** The latest list, also of a session that was lost since: a device that comes back with the same list has no news. */
  private readonly known = new ActiveAlarms();
  private isCurrent = false;

  /** What is raised now; nothing while the device is not connected. */
  get active(): readonly ActiveAlarm[] {
    return this.isCurrent ? this.known.all.map(({ alarm }) => alarm) : NONE;
  }

  /**
   * Takes the complete list of `at` (monotonic ms).
   * @returns whether it is not the one that was known before
   */
  update(alarms: readonly ActiveAlarm[], at: number): boolean {
    const { raised, cleared } = this.known.update(alarms, at);
    const isNews = !this.isCurrent || raised.length + cleared.length > 0;
    this.isCurrent = true;
    return isNews;
  }

  /** The device is no longer connected. */
  lose(): void {
    this.isCurrent = false;
  }
}
