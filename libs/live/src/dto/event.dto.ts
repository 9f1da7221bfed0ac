import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import { Count, Moment, NullableText, NullableWord, Word } from './fields';
import { EVENT_KINDS, type EventKind } from './words';

/** Something that happened to a device: its session changed state, an alarm was raised or cleared. */
export class EventDto {
  @Count('Id of the event, for `before`; newer events have higher ids', 1042)
  id!: number;

  @Moment('Time of the event')
  at!: string;

  @Word('What happened', EVENT_KINDS)
  kind!: EventKind;

  @NullableWord('New state of the session; null for an alarm', CONNECTION_STATUSES, 'disconnected')
  state!: SessionState | null;

  @NullableWord('Previous state of the session; null for an alarm', CONNECTION_STATUSES, 'connected')
  previous!: SessionState | null;

  @NullableText('Code of the reason; null for an alarm', 'silent')
  code!: string | null;

  @ApiProperty({ description: 'Reason as readable text', example: 'no message for 11 s' })
  reason!: string;

  @NullableText('Location of the alarm in the device; null for a state change', 'System Power Supply')
  location!: string | null;

  @NullableText('Object that raised the alarm; null for a state change', 'system')
  object_id!: string | null;

  @NullableText('Alarm number of the device; null for a state change', '55')
  alarm_id!: string | null;
}
