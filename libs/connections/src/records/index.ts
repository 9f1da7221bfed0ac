import { ConnectionEntity } from './connection.entity';
import { ConnectionStatusEntity } from './connection-status.entity';
import { AdoptConnections1770000000000 } from './migrations/1770000000000-adopt-connections';
import { TagConnections1770000000001 } from './migrations/1770000000001-tag-connections';
import { LegacyTls1770000000002 } from './migrations/1770000000002-legacy-tls';

/** The tables of this room, for the one data source of the program. */
export const CONNECTIONS_ENTITIES = [ConnectionEntity, ConnectionStatusEntity];

/** The migrations of this room, oldest first. */
export const CONNECTIONS_MIGRATIONS = [
  AdoptConnections1770000000000,
  TagConnections1770000000001,
  LegacyTls1770000000002,
];

/** What a file of the earlier exporter has. */
export const CONNECTIONS_LEGACY_TABLES = ['snp_connections'];
