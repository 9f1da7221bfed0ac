/** Runs asynchronous jobs one after the other, in the order in which they came. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the job does; a failed job does not disturb the next. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.last.then(job);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything that was queued until now is done. */
  async idle(): Promise<void> {
    await this.last;
  }
}
