import { ApiPropertyOptional } from '@nestjs/swagger';
import { atMost, Checked, MayBeAbsent, single, whole, wordsAmong } from '@snp/http';
import { STATUS_SECTIONS } from './words';

const MAX_TEXT = 256;
const MAX_ID = Number.MAX_SAFE_INTEGER;
const MAX_EVENTS = 500;
export const DEFAULT_EVENTS = 100;

// The texts of the queries, as they come in the URL.

export class StatusQueryDto {
  @ApiPropertyOptional({
    description: `Only these sections, separated by commas: ${STATUS_SECTIONS.join(', ')}. The others are null.`,
    type: String,
  })
  @MayBeAbsent()
  @Checked(single(wordsAmong(STATUS_SECTIONS)))
  sections?: string;

  @ApiPropertyOptional({
    description: 'Address of a further element (`element` of an object); by default the element of the first object',
    type: String,
    maxLength: MAX_TEXT,
  })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_TEXT)))
  element?: string;
}

export class SeriesQueryDto {
  @ApiPropertyOptional({ description: 'Text in the series as shown on `/metrics`', type: String, maxLength: MAX_TEXT })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_TEXT)))
  search?: string;
}

export class EventsQueryDto {
  @ApiPropertyOptional({ description: 'Only events older than the one with this id', type: 'integer', minimum: 1 })
  @MayBeAbsent()
  @Checked(single(whole(1, MAX_ID)))
  before?: string;

  @ApiPropertyOptional({
    description: 'Maximum number of events',
    type: 'integer',
    minimum: 1,
    maximum: MAX_EVENTS,
    default: DEFAULT_EVENTS,
  })
  @MayBeAbsent()
  @Checked(single(whole(1, MAX_EVENTS)))
  limit?: string;
}

export class AlarmsQueryDto {
  @ApiPropertyOptional({ description: 'Only alarms of this connection', type: 'integer', minimum: 1 })
  @MayBeAbsent()
  @Checked(single(whole(1, MAX_ID)))
  connection_id?: string;

  @ApiPropertyOptional({
    description: 'Text in the device name, reason, location or object',
    type: String,
    maxLength: MAX_TEXT,
  })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_TEXT)))
  search?: string;
}

export class StreamQueryDto {
  @ApiPropertyOptional({
    description: 'Same as the header `Last-Event-ID`, for clients that cannot set headers',
    type: String,
    maxLength: MAX_TEXT,
  })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_TEXT)))
  last_event_id?: string;
}
