import { longer, roomFor, type Timing } from './timing';

export type RestStep = 'connect' | 'request';

/** How long the REST service of one device is given: longer after it was too late, until it is fast again. */
export class Patience {
  private readonly grown: Partial<Record<RestStep, number>> = {};

  constructor(private readonly timing: Timing) {}

  /** How long others wait for the place that this device has among the handshakes, in ms. */
  get placeMs(): number {
    return this.timing.placeMs;
  }

  /** How long a step may last, in ms … */
  deadline(step: RestStep): number {
    return this.grown[step] ?? this.first(step);
  }

  /** … and how long it may before the device was ever late. */
  first(step: RestStep): number {
    const { tcpMs, tlsMs, loginMs } = this.timing;
    return step === 'connect' ? tcpMs + tlsMs : loginMs;
  }

  missed(step: RestStep): void {
    this.grown[step] = longer(this.deadline(step), this.timing.mostMs);
  }

  met(step: RestStep, tookMs: number): void {
    this.grown[step] = roomFor(tookMs, this.first(step), this.timing.mostMs);
  }
}
