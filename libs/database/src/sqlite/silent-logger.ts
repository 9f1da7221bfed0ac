import { AbstractLogger } from 'typeorm';

/** TypeORM writes to the console unasked; what goes wrong comes back as an error and is told where it belongs. */
export class SilentLogger extends AbstractLogger {
  protected override writeLog(): void {
    // Nothing.
  }
}
