import { ApiHideProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';

/** What an answer has and a request need not: accepted and ignored, so that what was read can be sent back. */
export abstract class ReadOnlyFieldsDto {
  @Allow()
  @ApiHideProperty()
  id?: unknown;

  @Allow()
  @ApiHideProperty()
  status?: unknown;

  @Allow()
  @ApiHideProperty()
  reason?: unknown;

  @Allow()
  @ApiHideProperty()
  fault?: unknown;

  @Allow()
  @ApiHideProperty()
  last_update?: unknown;

  @Allow()
  @ApiHideProperty()
  created_at?: unknown;

  @Allow()
  @ApiHideProperty()
  updated_at?: unknown;
}
