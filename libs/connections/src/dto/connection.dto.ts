import { ApiProperty } from '@nestjs/swagger';
import { CONNECTION_STATUSES, type Connection, type ConnectionState, type ConnectionStatus } from '../connection';
import { CONNECTION_FIELDS } from '../fields/connection-fields';
import { timeText } from '../time';
import { ObjectRefDto } from './object-ref.dto';
import { StoredFieldsDto } from './connection-fields.dto';

/** A connection as the API shows it: without its password, with the state of its session. */
export class ConnectionDto extends StoredFieldsDto {
  @ApiProperty({ description: 'Assigned by the exporter, never reused', type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ type: [ObjectRefDto], description: 'Objects that are subscribed to' })
  objects_ids!: readonly ObjectRefDto[];

  @ApiProperty({ description: 'When it was added, UTC', example: '2026-02-03 20:00:00' })
  created_at!: string;

  @ApiProperty({ description: 'When it was last changed, UTC', example: '2026-02-03 20:00:00' })
  updated_at!: string;

  @ApiProperty({
    description: 'State of the session; `disconnected` if the connection is disabled',
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    example: 'connected',
  })
  status!: ConnectionStatus;

  @ApiProperty({ description: 'Reason for the state; may be empty', example: '' })
  reason!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Time of the last status from the device, UTC (heartbeats do not count); null if there was none',
    example: '2026-02-03 20:05:00',
  })
  last_update!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the stored connection cannot be used; null if it can',
    example: null,
  })
  fault!: string | null;
}

const SHOWN_FIELDS = CONNECTION_FIELDS.filter(({ isSecret }) => !isSecret);

/** @param lastUpdate when the last status of the device came, as the database has it; null for never */
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
    last_update: state?.lastStatusAt ? timeText(state.lastStatusAt) : lastUpdate,
    fault: connection.fault,
  });
}
