import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A row of `snp_connections`. Its columns are as users have them from the earlier exporter, whose files SQLite lets
 * hold anything in any column: what is read is `unknown` until it has been looked at.
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
  @Column({ name: 'objects_ids', type: 'text' })
  objectsIds!: unknown;

  @Column({ type: 'integer' })
  enabled!: unknown;

  @Column({ name: 'created_at', type: 'text' })
  createdAt!: unknown;

  @Column({ name: 'updated_at', type: 'text' })
  updatedAt!: unknown;

  /** JSON. */
  @Column({ type: 'text' })
  tags!: unknown;

  /** Counts the changes that were made through the API. */
  @Column({ type: 'integer' })
  revision!: unknown;
}
