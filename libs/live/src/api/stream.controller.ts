import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Validated } from '@snp/http';
import type { Request, Response } from 'express';
import { DeviceSummaryDto } from '../dto/fleet.dto';
import { AlarmChangeDto, ConnectionChangeDto, StateChangeDto } from '../dto/stream.dto';
import { StreamQueryDto } from '../dto/queries.dto';
import { StreamHub } from '../stream/stream-hub';

const DESCRIPTION = `Server-sent events. Every event's data is JSON:

| event | data | when |
|---|---|---|
| \`connection\` | \`ConnectionChangeDto\` | a connection was added, changed or removed |
| \`state\` | \`StateChangeDto\` | a session went from one state to another |
| \`alarm\` | \`AlarmChangeDto\` | a device raised or cleared an alarm |
| \`summary\` | \`DeviceSummaryDto\` | a device has changed; at most once a second each |
| \`reset\` | \`{}\` | more has changed, or was missed, than is worth telling: read everything anew |

All but \`summary\` have an id; after a lost connection, what was missed is sent again to whoever names the last one. A comment
comes every 15 seconds. A listener that reads too slowly gets only the newest summary of each device, and is closed when even
the other events pile up.`;

@ApiTags('live')
@Controller('api/stream')
export class StreamController {
  constructor(private readonly hub: StreamHub) {}

  @Get()
  @ApiOperation({ summary: 'What happens, as it happens', description: DESCRIPTION })
  @ApiExtraModels(AlarmChangeDto, ConnectionChangeDto, DeviceSummaryDto, StateChangeDto)
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string' },
    description: 'Id of the last event that was received; browsers send it by themselves when they come back',
  })
  @ApiOkResponse({
    description: 'The stream; it does not end by itself',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'id: 3f-12\nevent: connection\ndata: {"kind":"added","id":7}\n\n',
      },
    },
  })
  @ApiProblems(422)
  streamEvents(
    @Req() request: Request,
    @Res() response: Response,
    @Query(Validated) { last_event_id: idOfQuery }: StreamQueryDto,
  ): void {
    this.hub.open(request, response, request.get('last-event-id') ?? idOfQuery?.trim());
  }
}
