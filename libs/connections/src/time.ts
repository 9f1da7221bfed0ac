import { Inject, Injectable } from '@nestjs/common';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';

/** The form of the existing time fields: `2026-02-03 20:00:00`, UTC. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** The time, in the form of the existing fields. */
@Injectable()
export class Timestamps {
  constructor(@Inject(CONNECTIONS_OPTIONS) private readonly options: ConnectionsOptions) {}

  /** Now: `2026-02-03 20:00:00`, UTC. */
  now(): string {
    return timeText((this.options.now ?? Date.now)());
  }
}
