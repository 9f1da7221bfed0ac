/** Uptimes are told to the minute and polled seconds apart: a boot time moves by this much without a reboot. */
const STEADY_MS = 120_000;

/** The time at which a device started, made of its uptime and held still while it only jitters. */
export class BootTime {
  private bootedAt: number | undefined;

  /** In seconds since the epoch; `now` in milliseconds. */
  update(uptimeSeconds: number, now: number): number {
    const bootedAt = now - uptimeSeconds * 1000;
    if (this.bootedAt === undefined || Math.abs(bootedAt - this.bootedAt) > STEADY_MS) this.bootedAt = bootedAt;
    return Math.round(this.bootedAt / 1000);
  }
}
