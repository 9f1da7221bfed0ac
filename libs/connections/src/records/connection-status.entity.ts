import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `connection_status`: the last known state of a connection, written when it changes. */
@Entity('connection_status')
export class ConnectionStatusEntity {
  @PrimaryColumn({ name: 'connection_id', type: 'integer' })
  connectionId!: number;

  @Column({ type: 'text' })
  status!: unknown;

  /** When the device last sent a status: UTC, `2026-02-03 20:00:00`; null for never. */
  @Column({ name: 'last_update', type: 'text', nullable: true })
  lastUpdate!: unknown;
}
