/** Does something at most once in a while: calls that come too early share one more, at the end of it. */
export class Paced {
  private timer: NodeJS.Timeout | undefined;
  private isWanted = false;

  /** @param pauseMs the time between two of them */
  constructor(
    private readonly act: () => void,
    private readonly pauseMs: number,
  ) {}

  request(): void {
    if (this.timer === undefined) this.start();
    else this.isWanted = true;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isWanted = false;
  }

  private start(): void {
    this.isWanted = false;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isWanted) this.start();
    }, this.pauseMs);
    this.act();
  }
}
