import { ProblemError } from '../problems/problem-error';

export interface TurnLimits {
  /** Turns at the same time. */
  readonly places: number;
  /** A turn is waited for so long, in milliseconds. */
  readonly waitMs: number;
  /** A turn that lasts longer is over for those that wait, in milliseconds. */
  readonly turnMs: number;
}

/** Large answers are made in turns: each of them takes several times its size in memory while it is made. */
export class MakingTurns {
  /** What those that wait call to enter, and the expected bytes of their answers. */
  private readonly waiting = new Map<() => void, number>();
  private taken = 0;

  constructor(private readonly limits: TurnLimits) {}

  /**
   * Waits for a turn: the shortest answer comes first, those that are alike in the order of those that ask.
   * @param bytes as many as the answer will probably have
   * @returns ends the turn
   * @throws ProblemError 503, or the reason of the signal when that comes first
   */
  async take(bytes: number, signal: AbortSignal): Promise<() => void> {
    if (this.taken >= this.limits.places) await this.wait(bytes, signal);
    else this.taken++;
    let isOver = false;
    const end = (): void => {
      clearTimeout(late);
      if (!isOver) this.pass();
      isOver = true;
    };
    const late = setTimeout(end, this.limits.turnMs);
    return end;
  }

  /** Gives the place to the next one. */
  private pass(): void {
    const least = Math.min(...this.waiting.values());
    for (const [enter, bytes] of this.waiting) if (bytes <= least) return enter();
    this.taken--;
  }

  private async wait(bytes: number, signal: AbortSignal): Promise<void> {
    let stop = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const enter = (): void => {
          this.waiting.delete(enter);
          resolve();
        };
        const late = setTimeout(() => reject(tooBusy()), this.limits.waitMs);
        const gone = () => reject(signal.reason as Error);
        signal.addEventListener('abort', gone);
        stop = () => {
          this.waiting.delete(enter);
          clearTimeout(late);
          signal.removeEventListener('abort', gone);
        };
        this.waiting.set(enter, bytes);
      });
    } finally {
      stop();
    }
  }
}

function tooBusy(): ProblemError {
  const detail = 'Too many others wait for large answers. Try again in a few seconds.';
  return new ProblemError(503, 'busy', 'The exporter is busy', detail);
}
