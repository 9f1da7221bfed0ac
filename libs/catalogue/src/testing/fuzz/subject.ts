import { parseMessage, parseStatus } from '@snp/protocol';
import { PretendDevice } from '../pretend-device';

/** How much slower than the median a message may be. */
const SLOWEST = 20;
/** A message that was slow may have met a pause of the machine: from here on it is looked at again. */
const SUSPICIOUS = 5;
const SECOND_LOOKS = 7;
const CALIBRATION = 500;

/** Decodes and stores messages and complains where one takes too long or leaves behind what it may not. */
export class FuzzSubject {
  private readonly device = new PretendDevice('all');
  private readonly times: number[] = [];
  private median = Infinity;
  private worst = 0;
  private read = 0;
  private before = '';

  /** The time of the slowest message, as a multiple of the median. */
  get slowest(): number {
    return this.worst;
  }

  /** How many messages were still status messages. */
  get readable(): number {
    return this.read;
  }

  /** @throws Error when the message does what no message may do */
  take(text: string): void {
    const time = this.timed(text);
    if (parseMessage(text)?.kind === 'statuses') this.read++;
    if (this.times.length < CALIBRATION) this.calibrate(time);
    else this.judge(time > SUSPICIOUS * this.median ? this.fastest(text) : time);
    this.before = text;
    if (Object.keys(Object.prototype).length > 0) throw new Error('the prototype of all objects has been changed');
  }

  private calibrate(time: number): void {
    this.times.push(time);
    if (this.times.length === CALIBRATION) this.median = this.times.sort((a, b) => a - b)[CALIBRATION >> 1];
  }

  private judge(time: number): void {
    this.worst = Math.max(this.worst, time / this.median);
    if (time > SLOWEST * this.median) throw new Error(`a message took ${(time / this.median).toFixed(0)} × the median`);
  }

  /** The same again after the same message as the first time, since what has changed in between costs time too. */
  private fastest(text: string): number {
    const times = Array.from({ length: SECOND_LOOKS }, () => {
      this.decode(this.before);
      return this.timed(text);
    });
    return Math.min(...times);
  }

  private timed(text: string): number {
    const started = performance.now();
    this.decode(text);
    return performance.now() - started;
  }

  private decode(text: string): void {
    const message = parseMessage(text);
    if (message?.kind !== 'statuses') return;
    const { device, target } = this.device;
    const present = new Set<string>();
    for (const raw of message.statuses) {
      const status = parseStatus(raw);
      if (status === undefined) continue;
      present.add(`${status.type}/${status.objectId}`);
      device.status(status, target);
    }
    if (message.complete) target.dropExcept((source) => present.has(source));
  }
}
