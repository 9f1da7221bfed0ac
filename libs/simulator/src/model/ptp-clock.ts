import { Random } from '../random';

/** As the device spells it. */
type PtpWord = 'Locked' | 'Unlocked-Free Run' | 'Acquiring' | 'Holdover';

/** A clock of the house that devices follow. */
export interface Grandmaster {
  readonly identity: string;
  readonly address: string;
}

/** Two clocks for the whole fleet, as in a real house: so that devices agree, and a change shows. */
export const GRANDMASTERS: readonly Grandmaster[] = [
  { identity: '08-00-11-FF-FE-21-0A-10', address: '10.20.254.11' },
  { identity: '08-00-11-FF-FE-21-0A-2C', address: '10.20.254.12' },
];

/** How long a device needs to follow a master again. */
const ACQUIRING_SECONDS = 6;
/** Microseconds per second that a clock left alone runs away. */
const DRIFT = 0.35;

/** A device's PTP clock. Offset and delay in microseconds. */
export class PtpClock {
  state: PtpWord = 'Locked';
  offset: number;
  delay: number;
  timeUpdates: number;
  /** Milliseconds. */
  largestTimeUpdate: number;
  private master = 0;
  private acquiringFor = 0;
  private readonly usualDelay: number;

  constructor(private readonly random: Random) {
    this.usualDelay = random.between(0.12, 0.4);
    this.delay = this.usualDelay;
    this.offset = random.bell() * 0.05;
    this.timeUpdates = random.integer(3, 40);
    this.largestTimeUpdate = random.integer(900, 1100);
  }

  /** The master that it follows; undefined while it has none and reports itself. */
  get grandmaster(): Grandmaster | undefined {
    return this.state === 'Unlocked-Free Run' ? undefined : GRANDMASTERS[this.master];
  }

  loseMaster(): void {
    this.state = 'Unlocked-Free Run';
  }

  holdOver(): void {
    this.state = 'Holdover';
  }

  /** Follows the other clock of the house from now on: a step in offset and delay, then calm. */
  changeGrandmaster(): void {
    this.master = (this.master + 1) % GRANDMASTERS.length;
    this.acquire();
  }

  /** Begins to follow a master again. */
  acquire(): void {
    this.state = 'Acquiring';
    this.acquiringFor = ACQUIRING_SECONDS;
    this.timeUpdates += 1;
  }

  step(seconds: number): void {
    if (this.state === 'Acquiring') this.keepAcquiring(seconds);
    if (this.state === 'Unlocked-Free Run') {
      this.offset = 0;
      this.delay = 0;
      return;
    }
    if (this.state === 'Holdover') this.offset += DRIFT * seconds * this.random.between(0.5, 1.5);
    else this.offset += (this.random.bell() * 0.04 - this.offset) * Math.min(1, seconds / 2);
    this.delay += (this.usualDelay + this.random.bell() * 0.01 - this.delay) * Math.min(1, seconds / 2);
  }

  private keepAcquiring(seconds: number): void {
    this.acquiringFor -= seconds;
    if (this.acquiringFor <= 0) this.state = 'Locked';
    else this.offset = this.random.bell() * 3;
  }
}
