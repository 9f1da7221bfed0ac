import { ApiPropertyOptional } from '@nestjs/swagger';
import { CONNECTION_STATUSES } from '../connection';
import { among, atMost, Checked, MayBeAbsent, several, single, whole } from '@snp/http';

export const SORT_KEYS = ['id', 'name', 'status', 'enabled', 'last_update', 'created_at', 'updated_at'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const MAX_LIMIT = 10_000;
const MAX_SEARCH = 256;
const SORTS = SORT_KEYS.flatMap((key) => [key, `-${key}`]);

/** The query of the list; texts as they come in the URL. */
export class ListQueryDto {
  @ApiPropertyOptional({
    description: 'Part of the name, of an address, of the user name or of a tag, in any case',
    type: String,
    maxLength: MAX_SEARCH,
    example: 'mcr',
  })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_SEARCH)))
  search?: string;

  @ApiPropertyOptional({
    description: 'A tag, `key=value` or `key` with any value; repeated: all of them',
    type: [String],
    example: ['site=london'],
  })
  @MayBeAbsent()
  @Checked(several(atMost(MAX_SEARCH)))
  tag?: string | string[];

  @ApiPropertyOptional({
    description: 'A state; repeated: any of them',
    type: [String],
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    isArray: true,
    example: ['error'],
  })
  @MayBeAbsent()
  @Checked(several(among(CONNECTION_STATUSES)))
  status?: string | string[];

  @ApiPropertyOptional({ description: 'Only enabled or only disabled ones', type: Boolean, example: true })
  @MayBeAbsent()
  @Checked(single(among(['true', 'false'])))
  enabled?: string;

  @ApiPropertyOptional({ description: 'Order; descending with a minus', enum: SORTS, default: 'id', example: 'name' })
  @MayBeAbsent()
  @Checked(single(among(SORTS)))
  sort?: string;

  @ApiPropertyOptional({
    description: 'How many at most; all when missing',
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    example: 100,
  })
  @MayBeAbsent()
  @Checked(single(whole(1, MAX_LIMIT)))
  limit?: string;

  @ApiPropertyOptional({
    description: 'How many to leave out at the beginning',
    type: 'integer',
    minimum: 0,
    maximum: 1_000_000_000,
    default: 0,
    example: 0,
  })
  @MayBeAbsent()
  @Checked(single(whole(0, 1_000_000_000)))
  offset?: string;
}
