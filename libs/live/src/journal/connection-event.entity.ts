import type { SessionState } from '@snp/collector';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { EventKind } from '../dto/words';

/** A row of the journal: something that happened to a device. Goes with its connection. */
@Entity('connection_events')
@Index(['connectionId', 'id'])
export class ConnectionEventEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'connection_id', type: 'integer' })
  connectionId!: number;

  /** The date, ms since the epoch: to show, not to sort by, since the clock may have been set meanwhile. */
  @Column({ type: 'integer' })
  at!: number;

  @Column({ type: 'text' })
  kind!: EventKind;

  @Column({ type: 'text', nullable: true })
  state!: SessionState | null;

  @Column({ type: 'text', nullable: true })
  previous!: SessionState | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true })
  location!: string | null;

  @Column({ name: 'object_id', type: 'text', nullable: true })
  objectId!: string | null;

  @Column({ name: 'alarm_id', type: 'text', nullable: true })
  alarmId!: string | null;
}

/** An event before it is stored; the database assigns its id. */
export type JournalEntry = Omit<ConnectionEventEntity, 'id'>;
