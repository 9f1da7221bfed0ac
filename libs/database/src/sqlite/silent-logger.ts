import { AbstractLogger } from 'typeorm';

/** TypeORM would write to the console; errors are thrown anyway, and logged where they are handled. */
export class SilentLogger extends AbstractLogger {
  protected override writeLog(): void {
    // Nothing.
  }
}
