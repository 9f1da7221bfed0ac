import type { Connection, SessionState } from '../core/api/models';
import { hasWords } from '../core/has-words';
import { parseTime } from '../core/format/time';
import type { LiveDevice } from '../core/live/fleet-store';
import { matchesTags, tagTexts } from '../core/live/match';
import { STATE_WORDS } from '../ui/health/health-words';

/** A connection with the live state of its device. */
export interface ConnectionRow {
  readonly id: number;
  readonly connection: Connection;
  /** Undefined until the fleet is read again after the connection was added. */
  readonly live: LiveDevice | undefined;
}

export type RowState = SessionState | 'disabled';

export const ROW_STATES: readonly RowState[] = ['error', 'disconnected', 'connecting', 'connected', 'disabled'];

/** The word for each state of a row. */
export const ROW_STATE_WORDS: Readonly<Record<RowState, string>> = { ...STATE_WORDS, disabled: $localize`Disabled` };

/** The current state of a row. */
export function stateOf({ connection, live }: ConnectionRow): RowState {
  if (!connection.enabled) return 'disabled';
  return live?.summary().state ?? connection.status;
}

/** Why it is in that state. */
export function reasonOf({ connection, live }: ConnectionRow): string {
  return connection.fault ?? live?.summary().state_reason ?? connection.reason;
}

/** Whether a row says why: nobody has to ask about one that is well. */
export function hasReason(row: ConnectionRow): boolean {
  const state = stateOf(row);
  return state === 'error' || state === 'disconnected' || row.connection.fault !== null;
}

/** Since when, ms since the epoch. */
export function stateSince({ live }: ConnectionRow): number | null {
  return parseTime(live?.summary().state_since);
}

/** When the device sent its last status, ms since the epoch. */
export function lastStatusAt({ connection, live }: ConnectionRow): number | null {
  return parseTime(live ? live.summary().last_status_at : connection.last_update);
}

/** The host of the device. */
export function hostOf({ connection: { websocket } }: ConnectionRow): string {
  return URL.canParse(websocket) ? new URL(websocket).host : websocket;
}

export interface ConnectionFilter {
  readonly text: string;
  readonly tags: readonly string[];
  readonly states: readonly string[];
}

/** Whether a row matches the filter. */
export function matchesFilter(row: ConnectionRow, { text, tags, states }: ConnectionFilter): boolean {
  const { connection } = row;
  if (states.length > 0 && !states.includes(stateOf(row))) return false;
  if (!matchesTags(connection, tags)) return false;
  const { name, restapi, websocket, username } = connection;
  return hasWords(text, [name, restapi, websocket, username, ...tagTexts(connection.tags)]);
}
