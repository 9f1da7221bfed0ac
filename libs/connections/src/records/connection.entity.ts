import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { CONNECTION_FIELDS } from '../fields/connection-fields';

/**
 * A row of `snp_connections`; its properties are named as the columns. SQLite lets files hold anything in any column:
 * what is read is `unknown` until it has been looked at.
 */
@Entity('snp_connections')
export class ConnectionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'text', unique: true })
  name!: unknown;

  @Column({ type: 'text' })
  restapi!: unknown;

  @Column({ type: 'text' })
  websocket!: unknown;

  @Column({ type: 'text' })
  username!: unknown;

  @Column({ type: 'text' })
  password!: unknown;

  /** JSON. */
  @Column({ type: 'text' })
  objects_ids!: unknown;

  @Column({ type: 'integer' })
  enabled!: unknown;

  @Column({ type: 'text' })
  created_at!: unknown;

  @Column({ type: 'text' })
  updated_at!: unknown;

  /** JSON. */
  @Column({ type: 'text' })
  tags!: unknown;

  @Column({ type: 'integer' })
  legacy_tls!: unknown;

  /** Counts the changes that were made through the API. */
  @Column({ type: 'integer' })
  revision!: unknown;
}

/** Every column of the table. */
export const COLUMNS = [
  'id',
  ...CONNECTION_FIELDS.map(({ column }) => column),
  'created_at',
  'updated_at',
  'revision',
] as readonly (keyof ConnectionEntity)[];
