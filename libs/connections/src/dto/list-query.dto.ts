import { ApiPropertyOptional } from '@nestjs/swagger';
import { among, atMost, Checked, MayBeAbsent, several, single, trueOrFalse, whole } from '@snp/http';
import { CONNECTION_STATUSES } from '../connection';

export const SORT_KEYS = ['id', 'name', 'status', 'enabled', 'last_update', 'created_at', 'updated_at'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

const MAX_LIMIT = 10_000;
export const MAX_SEARCH = 256;
const SORTS = SORT_KEYS.flatMap((key) => [key, `-${key}`]);

/** The query of the list; texts as they come in the URL. */
export class ListQueryDto {
  @ApiPropertyOptional({
    description: 'Text in the name, URLs, user name or tags; not case-sensitive',
    type: String,
    maxLength: MAX_SEARCH,
    example: 'mcr',
  })
  @MayBeAbsent()
  @Checked(single(atMost(MAX_SEARCH)))
  search?: string;

  @ApiPropertyOptional({
    description: 'Tag, as `key=value` or as `key` for any value; can be repeated, all must match',
    type: [String],
    example: ['site=london'],
  })
  @MayBeAbsent()
  @Checked(several(atMost(MAX_SEARCH)))
  tag?: string | string[];

  @ApiPropertyOptional({
    description: 'State; can be repeated, any may match',
    type: [String],
    enum: CONNECTION_STATUSES,
    enumName: 'ConnectionStatus',
    isArray: true,
    example: ['error'],
  })
  @MayBeAbsent()
  @Checked(several(among(CONNECTION_STATUSES)))
  status?: string | string[];

  @ApiPropertyOptional({
    description: '`true` for enabled connections only, `false` for disabled ones only',
    type: Boolean,
    example: true,
  })
  @MayBeAbsent()
  @Checked(single(trueOrFalse))
  enabled?: string;

  @ApiPropertyOptional({
    description: 'Sort key; prefix it with `-` for descending order',
    enum: SORTS,
    default: 'id',
    example: 'name',
  })
  @MayBeAbsent()
  @Checked(single(among(SORTS)))
  sort?: string;

  @ApiPropertyOptional({
    description: 'Maximum number of connections; default: all',
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    example: 100,
  })
  @MayBeAbsent()
  @Checked(single(whole(1, MAX_LIMIT)))
  limit?: string;

  @ApiPropertyOptional({
    description: 'Number of connections to skip',
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
