/** What one object of a device has shown in this session: some series stay once they have had something to say. */
export class Seen {
  private readonly things = new Set<string>();

  /** Whether it is so now or was so earlier in this session. */
  since(thing: string, isSoNow: boolean): boolean {
    if (isSoNow) this.things.add(thing);
    return this.things.has(thing);
  }
}
