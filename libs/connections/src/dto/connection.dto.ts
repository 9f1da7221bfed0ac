import { ApiProperty } from '@nestjs/swagger';
import { CONNECTION_STATUSES, type Connection, type ConnectionStatus } from '../connection';
import { CONNECTION_FIELDS } from '../fields/connection-fields';
import type { ConnectionState } from '../states/connection-states';
import { timeText } from '../time';
import { ObjectRefDto } from './object-ref.dto';
import { StoredFieldsDto } from './connection-fields.dto';

/** A connection as the API shows it: without its password, with the state of its session. */
export class ConnectionDto extends StoredFieldsDto {
  @ApiProperty({ description: 'Given by the exporter, never used again', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ type: [ObjectRefDto], description: 'What is subscribed to' })
  objects_ids!: readonly ObjectRefDto[];

  @ApiProperty({ description: 'UTC', example: '2026-02-03 20:00:00' })
  created_at!: string;

  @ApiProperty({ description: 'UTC', example: '2026-02-03 20:00:00' })
  updated_at!: string;

  @ApiProperty({
    description: 'What the session does; `disconnected` of a disabled one',
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    example: 'connected',
  })
  status!: ConnectionStatus;

  @ApiProperty({ description: 'Why it is in this state; empty where there is nothing to say', example: '' })
  reason!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'When the device last sent a message; UTC; null for never',
    example: '2026-02-03 20:05:00',
  })
  last_update!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the record cannot be run as it is stored; null where it can',
    example: null,
  })
  fault!: string | null;
}

const SHOWN_FIELDS = CONNECTION_FIELDS.filter(({ isSecret }) => !isSecret);

/** @param lastUpdate when the last message of the device came, as the database has it; null for never */
export function connectionDto(
  connection: Connection,
  session: ConnectionState | undefined,
  lastUpdate: string | null,
): ConnectionDto {
  const state = connection.enabled ? session : undefined;
  const dto: Record<string, unknown> = { id: connection.id };
  for (const { field, column, show } of SHOWN_FIELDS) {
    dto[column] = show ? show(connection[field]) : connection[field];
  }
  return Object.assign(dto as Pick<ConnectionDto, 'id' | 'objects_ids' | keyof StoredFieldsDto>, {
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
    status: state?.status ?? 'disconnected',
    reason: state?.reason || (connection.fault ?? ''),
    last_update: state?.lastMessageAt ? timeText(state.lastMessageAt) : lastUpdate,
    fault: connection.fault,
  });
}
