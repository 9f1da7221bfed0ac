import { ApiProperty } from '@nestjs/swagger';
import { CONNECTION_STATUSES, type Connection, type ConnectionStatus } from '../connection';
import type { ConnectionState } from '../states/connection-states';
import { timeText } from '../time';
import { ObjectRefDto } from './object-ref.dto';

/** A connection as the API shows it: without its password, with the state of its session. */
export class ConnectionDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  id!: number;

  @ApiProperty({ example: 'MCR-SNP-01' })
  name!: string;

  @ApiProperty({ example: 'https://192.168.90.23:9089/api/auth' })
  restapi!: string;

  @ApiProperty({ example: 'wss://192.168.90.23/smm' })
  websocket!: string;

  @ApiProperty({ example: 'admin' })
  username!: string;

  @ApiProperty({ type: [ObjectRefDto], description: 'What is subscribed to' })
  objects_ids!: readonly ObjectRefDto[];

  @ApiProperty({ example: true })
  enabled!: boolean;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { site: 'london' } })
  tags!: Readonly<Record<string, string>>;

  @ApiProperty({ description: 'UTC', example: '2026-02-03 20:00:00' })
  created_at!: string;

  @ApiProperty({ description: 'UTC', example: '2026-02-03 20:00:00' })
  updated_at!: string;

  @ApiProperty({ enum: CONNECTION_STATUSES, enumName: 'ConnectionStatus', example: 'connected' })
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

/** @param lastUpdate when the device was last heard of, as the database has it; null for never */
export function connectionDto(
  connection: Connection,
  session: ConnectionState | undefined,
  lastUpdate: string | null,
): ConnectionDto {
  const state = connection.enabled ? session : undefined;
  return {
    id: connection.id,
    name: connection.name,
    restapi: connection.restapi,
    websocket: connection.websocket,
    username: connection.username,
    objects_ids: connection.objects,
    enabled: connection.enabled,
    tags: connection.tags,
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
    status: state?.status ?? 'disconnected',
    reason: state?.reason || (connection.fault ?? ''),
    last_update: state?.lastMessageAt ? timeText(state.lastMessageAt) : lastUpdate,
    fault: connection.fault,
  };
}
