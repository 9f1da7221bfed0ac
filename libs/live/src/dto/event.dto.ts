import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import { Count, Moment, NullableText, NullableWord, Word } from './fields';
import { EVENT_KINDS, type EventKind } from './words';

/** Something that happened to a device: its session changed state, an alarm was raised or cleared. */
export class EventDto {
  @Count('Rises with time; `before` takes it', 1042)
  id!: number;

  @Moment('When it happened')
  at!: string;

  @Word('What happened', EVENT_KINDS)
  kind!: EventKind;

  @NullableWord('The state that the session went to; null for an alarm', CONNECTION_STATUSES, 'disconnected')
  state!: SessionState | null;

  @NullableWord('The state that the session left; null for an alarm', CONNECTION_STATUSES, 'connected')
  previous!: SessionState | null;

  @NullableText('Short fixed word for the cause of a transition; null for an alarm', 'silent')
  code!: string | null;

  @ApiProperty({ description: 'Why, for a person', example: 'no message for 11 s' })
  reason!: string;

  @NullableText('Where in the device the alarm is; null for a transition', 'System Power Supply')
  location!: string | null;

  @NullableText('Object that raised the alarm; null for a transition', 'system')
  object_id!: string | null;

  @NullableText('Number of the alarm, as the device says; null for a transition', '55')
  alarm_id!: string | null;
}
