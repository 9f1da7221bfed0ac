import type { DeviceDecoder, SessionView } from '@snp/catalogue';
import type { TargetSeries } from '@snp/exposition';
import type { Cancel, Clock } from '../common/clock';

/** The counters of a session may be so old on a scrape; its state never is. */
const LAG_MS = 1000;

/**
 * The series about a session itself. Its counters change with every message and are written once a second; to write them
 * on each scrape would be rarer still, but the scrape would then wait for a thousand sessions.
 */
export class SessionSeries {
  private cancel: Cancel | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly decoder: DeviceDecoder,
    private readonly target: TargetSeries,
    private readonly view: (target: TargetSeries) => SessionView,
  ) {}

  /** For what may be a second old. */
  writeSoon(): void {
    this.cancel ??= this.clock.after(LAG_MS, () => this.write());
  }

  write(): void {
    this.stop();
    this.decoder.session(this.view(this.target), this.target);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
