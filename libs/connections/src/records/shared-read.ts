/**
 * A read whose result is shared by all who ask for it at the same time. Whoever asks while one is under way gets the
 * next one, which sees all that was stored before; so at most one is waiting, however many ask.
 */
export class SharedRead<T> {
  private underWay: Promise<unknown> = Promise.resolve();
  private next: Promise<T> | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    this.next ??= this.underWay.then(() => this.begin());
    return this.next;
  }

  private begin(): Promise<T> {
    this.next = undefined;
    const reading = this.read();
    this.underWay = reading.then(
      () => undefined,
      () => undefined,
    );
    return reading;
  }
}
