import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `connection_status`: the last known state of a connection, written when it changes. */
@Entity('connection_status')
export class ConnectionStatusEntity {
  @PrimaryColumn({ name: 'connection_id', type: 'integer' })
  connectionId!: number;

  @Column({ type: 'text' })
  status!: unknown;

  /** UTC, `2026-02-03 20:00:00`. */
  @Column({ name: 'last_update', type: 'text' })
  lastUpdate!: unknown;
}
