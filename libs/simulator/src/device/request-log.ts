import type { FleetClock } from '../clock';

/** A REST request other than a login: when it came and when it was answered, ms since the epoch. */
export interface LoggedRequest {
  readonly path: string;
  readonly startedAt: number;
  /** Undefined while it is under way. */
  endedAt: number | undefined;
}

const KEPT = 120;

/** The latest REST requests to a device, and how many of them it had to answer at the same time. */
export class RequestLog {
  private readonly requests: LoggedRequest[] = [];
  private underWay = 0;
  /** The largest number of requests that were under way at the same time. */
  mostAtOnce = 0;

  constructor(private readonly clock: FleetClock) {}

  /** Returns what tells that it is answered, or given up. */
  start(path: string): () => void {
    const request: LoggedRequest = { path, startedAt: this.clock.now(), endedAt: undefined };
    this.requests.push(request);
    if (this.requests.length > KEPT) this.requests.shift();
    this.underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
    return () => {
      this.underWay -= 1;
      request.endedAt = this.clock.now();
    };
  }

  list(): readonly Readonly<LoggedRequest>[] {
    return this.requests.map((request) => ({ ...request }));
  }
}
