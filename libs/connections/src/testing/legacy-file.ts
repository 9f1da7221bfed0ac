import { inFile, type Row } from '@snp/database/testing';

/** The tables as the earlier exporter makes them. */
export const LEGACY_SCHEMA = `
  CREATE TABLE snp_connections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, restapi TEXT NOT NULL, websocket TEXT NOT NULL,
    username TEXT NOT NULL, password TEXT NOT NULL, objects_ids TEXT NOT NULL, enabled INTEGER DEFAULT 1,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
  CREATE TABLE connection_status (
    connection_id INTEGER PRIMARY KEY, status TEXT NOT NULL, last_update TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY (connection_id) REFERENCES snp_connections(id) ON DELETE CASCADE);`;

/** A row as the earlier exporter makes it, with what the test is about. */
export async function addLegacyRow(path: string, different: Row = {}): Promise<void> {
  const row: Row = {
    name: 'MCR-SNP-01',
    restapi: 'https://192.168.90.23:9089/api/auth',
    websocket: 'wss://192.168.90.23/smm',
    username: 'admin',
    password: 'secret',
    objects_ids: '[{"elementIP": "127.0.0.1", "objectType": "ptp"}]',
    ...different,
  };
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  await inFile(path, `INSERT INTO snp_connections (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
}
