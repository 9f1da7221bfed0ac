/** What this room keeps in the database, for the data source. */
export const LIVE_ENTITIES: readonly (new () => object)[] = [];
export const LIVE_MIGRATIONS: readonly (new () => never)[] = [];
