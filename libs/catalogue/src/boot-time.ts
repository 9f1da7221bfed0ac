/** Uptimes are told to the minute and polled seconds apart: a boot time moves by this much without a reboot. */
const STEADY_MS = 120_000;

/**
 * The time at which a device started, made of its uptime. Whether it started again is measured with the monotonic clock,
 * and its date is made once, so that it does not move when the wall clock is set.
 */
export class BootTime {
  /** Monotonic ms, by the latest uptime: the clocks of device and exporter drift apart by minutes a month. */
  private bootedAt: number | undefined;
  private dateSeconds = 0;

  /**
   * @param now ms since the epoch
   * @param monotonic ms, of the same moment
   * @returns seconds since the epoch
   */
  update(uptimeSeconds: number, now: number, monotonic: number): number {
    const uptimeMs = uptimeSeconds * 1000;
    const bootedAt = monotonic - uptimeMs;
    const isReboot = this.bootedAt === undefined || Math.abs(bootedAt - this.bootedAt) > STEADY_MS;
    if (isReboot) this.dateSeconds = Math.round((now - uptimeMs) / 1000);
    this.bootedAt = bootedAt;
    return this.dateSeconds;
  }
}
