/** Uptimes are told to the minute and polled seconds apart: a boot time moves by this much without a reboot. */
const STEADY_MS = 120_000;

/**
 * The time at which a device started, made of its uptime. It is made anew when it moves by the monotonic clock, so that
 * setting the wall clock does not matter, and by the wall clock, as the other one stands still while the host sleeps.
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
    const date = now - uptimeMs;
    const hasMoved = this.bootedAt === undefined || Math.abs(bootedAt - this.bootedAt) > STEADY_MS;
    if (hasMoved && Math.abs(date - this.dateSeconds * 1000) > STEADY_MS) this.dateSeconds = Math.round(date / 1000);
    this.bootedAt = bootedAt;
    return this.dateSeconds;
  }
}
