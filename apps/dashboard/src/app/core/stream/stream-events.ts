import type { AlarmChange, ConnectionChange, DeviceSummary, StateChange } from '../api/models';
import type { ServerEvent } from './server-events';

/** An event of the stream. */
export type StreamEvent =
  | { readonly type: 'summary'; readonly device: DeviceSummary }
  | { readonly type: 'state'; readonly change: StateChange }
  | { readonly type: 'alarm'; readonly change: AlarmChange }
  | { readonly type: 'connection'; readonly change: ConnectionChange }
  /** Events were missed: reload everything. */
  | { readonly type: 'reset' };

/** Parses one event; undefined for kinds that this version does not know, so that a newer server may send them. */
export function streamEvent({ event, data }: ServerEvent): StreamEvent | undefined {
  switch (event) {
    case 'summary':
      return { type: 'summary', device: JSON.parse(data) as DeviceSummary };
    case 'state':
      return { type: 'state', change: JSON.parse(data) as StateChange };
    case 'alarm':
      return { type: 'alarm', change: JSON.parse(data) as AlarmChange };
    case 'connection':
      return { type: 'connection', change: JSON.parse(data) as ConnectionChange };
    case 'reset':
      return { type: 'reset' };
    default:
      return undefined;
  }
}

/** Keeps the order of events, and only the newest summary of each device. */
export function coalesce(events: readonly StreamEvent[]): StreamEvent[] {
  const newest = new Map<number, StreamEvent>();
  for (const event of events) if (event.type === 'summary') newest.set(event.device.id, event);
  return events.filter((event) => event.type !== 'summary' || newest.get(event.device.id) === event);
}
