import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import { AlarmDto } from './alarm.dto';
import { Count, Moment, Word } from './fields';

export const CONNECTION_CHANGES = ['added', 'changed', 'removed'] as const;
export const ALARM_CHANGES = ['raised', 'cleared'] as const;

/** Data of the event `connection`. */
export class ConnectionChangeDto {
  @Word('What happened', CONNECTION_CHANGES)
  kind!: (typeof CONNECTION_CHANGES)[number];

  @Count('Id of the connection', 7)
  id!: number;
}

/** Data of the event `state`. */
export class StateChangeDto {
  @Count('Id of the connection', 7)
  id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-02' })
  name!: string;

  @Word('Previous state of the session', CONNECTION_STATUSES, 'connected')
  from!: SessionState;

  @Word('New state of the session', CONNECTION_STATUSES, 'disconnected')
  to!: SessionState;

  @ApiProperty({ description: 'Reason as readable text', example: 'no message for 11 s' })
  reason!: string;

  @Moment('Time of the event')
  at!: string;
}

/** Data of the event `alarm`. */
export class AlarmChangeDto extends AlarmDto {
  @Word('What happened', ALARM_CHANGES)
  kind!: (typeof ALARM_CHANGES)[number];

  @Moment('Time of the event')
  at!: string;
}
