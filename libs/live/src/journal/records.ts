import { ConnectionEventEntity } from './connection-event.entity';
import { KeepEvents1770000000100 } from './migrations/1770000000100-keep-events';

/** The tables of this room, for the one data source of the program. */
export const LIVE_ENTITIES = [ConnectionEventEntity];

/** The migrations of this room, oldest first; they follow those of the connections. */
export const LIVE_MIGRATIONS = [KeepEvents1770000000100];
