import { Logger } from '@nestjs/common';

/** Keeps the log of the code under test out of the test report. */
export function silenceLogs(): void {
  Logger.overrideLogger(false);
}
