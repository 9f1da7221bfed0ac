/** The grandmasters of the locked devices of one site. */
class Site {
  mostFollowed: string | null = null;
  private readonly counts = new Map<string, number>();
  private total = 0;

  get isEmpty(): boolean {
    return this.total === 0;
  }

  add(grandmaster: string, change: 1 | -1): void {
    const count = (this.counts.get(grandmaster) ?? 0) + change;
    if (count > 0) this.counts.set(grandmaster, count);
    else this.counts.delete(grandmaster);
    this.total += change;
    this.mostFollowed = this.findMostFollowed();
  }

  private findMostFollowed(): string | null {
    for (const [grandmaster, count] of this.counts) if (2 * count > this.total) return grandmaster;
    return null;
  }
}

/** Counts which grandmaster the locked devices follow, site by site: each site may have a grandmaster of its own. */
export class GrandmasterCensus {
  private readonly byDevice = new Map<number, { readonly grandmaster: string; readonly site: string }>();
  private readonly sites = new Map<string, Site>();

  /** The grandmaster that more than half of the devices of a site follow; null where there is none. */
  common(site: string): string | null {
    return this.sites.get(site)?.mostFollowed ?? null;
  }

  /**
   * Sets the grandmaster of a device; null if it is not locked, or deleted.
   * @param site empty for the devices without one, which are compared with one another
   */
  report(device: number, grandmaster: string | null, site = ''): void {
    const before = this.byDevice.get(device);
    if (before === undefined ? grandmaster === null : before.grandmaster === grandmaster && before.site === site)
      return;
    if (before !== undefined) this.change(before.site, before.grandmaster, -1);
    if (grandmaster === null) this.byDevice.delete(device);
    else {
      this.byDevice.set(device, { grandmaster, site });
      this.change(site, grandmaster, 1);
    }
  }

  private change(name: string, grandmaster: string, by: 1 | -1): void {
    const site = this.sites.get(name) ?? new Site();
    site.add(grandmaster, by);
    if (site.isEmpty) this.sites.delete(name);
    else this.sites.set(name, site);
  }
}
