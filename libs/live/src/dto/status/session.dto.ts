import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import { Count, NullableMoment, Word, Moment } from '../fields';

/** The live link to the device. */
export class SessionDto {
  @Word('State of the session', CONNECTION_STATUSES, 'connected')
  state!: SessionState;

  @ApiProperty({ description: 'Reason for the state', example: 'receiving statuses' })
  reason!: string;

  @Moment('Time the session entered this state')
  since!: string;

  @NullableMoment('Time of the last message from the device, heartbeats included')
  last_message_at!: string | null;

  @NullableMoment('Time of the last status from the device: the age of its values')
  last_status_at!: string | null;

  @NullableMoment('Time the session was connected; null if it is not')
  connected_at!: string | null;

  @ApiProperty({ type: Number, description: 'Messages per second, over the last few seconds', example: 1.2 })
  messages_per_second!: number;

  @Count('Messages received', 123456)
  messages!: number;

  @Count('Bytes received', 987654321)
  received_bytes!: number;

  @Count('Number of times the session was established', 2)
  connects!: number;

  @Count('Number of times the session was lost', 1)
  disconnects!: number;

  @Count('Messages and statuses that could not be decoded', 0)
  decode_errors!: number;

  @Count('Objects received from the device', 105)
  objects!: number;

  @Count('Series of the device on `/metrics`', 1420)
  series!: number;

  @Count('Series dropped by the limit per device', 0)
  dropped_series!: number;

  @NullableMoment('Expiry time of the device certificate', '2031-01-01T00:00:00.000Z')
  certificate_expires_at!: string | null;
}
