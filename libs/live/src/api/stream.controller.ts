import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, KnownParameters } from '@snp/http';
import type { Request, Response } from 'express';
import { DeviceSummaryDto } from '../dto/fleet.dto';
import { AlarmChangeDto, ConnectionChangeDto, StateChangeDto } from '../dto/stream.dto';
import { StreamQueryDto } from '../dto/queries.dto';
import { StreamHub } from '../stream/stream-hub';

const DESCRIPTION = `Server-sent events. Every event's data is JSON:

| event | data | when |
|---|---|---|
| \`connection\` | \`ConnectionChangeDto\` | a connection was added, changed or removed |
| \`state\` | \`StateChangeDto\` | the state of a session changed |
| \`alarm\` | \`AlarmChangeDto\` | a device raised or cleared an alarm |
| \`summary\` | \`DeviceSummaryDto\` | the status of a device changed; at most once a second per device |
| \`reset\` | \`{}\` | too many changes, events were missed, or the system clock of the exporter changed: reload everything |

All events except \`summary\` have an id. After a lost connection, a client that sends the id of the last event it received gets the
events it missed. A comment is sent every 15 seconds. A client that reads too slowly gets only the newest summary of each device,
and is disconnected if the other events pile up as well. At most 50 streams per address may be open, and 200 in all.`;

@ApiTags('live')
@Controller('api/stream')
export class StreamController {
  constructor(private readonly hub: StreamHub) {}

  @Get()
  @ApiOperation({ summary: 'Stream of events', description: DESCRIPTION })
  @ApiExtraModels(AlarmChangeDto, ConnectionChangeDto, DeviceSummaryDto, StateChangeDto)
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string' },
    description: 'Id of the last event received; browsers send it on reconnection',
  })
  @ApiOkResponse({
    description: 'The stream; it does not end on its own',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'id: 3f-12\nevent: connection\ndata: {"kind":"added","id":7}\n\n',
      },
    },
  })
  @ApiProblems(422, 429)
  streamEvents(
    @Req() request: Request,
    @Res() response: Response,
    @Query(KnownParameters) { last_event_id: idOfQuery }: StreamQueryDto,
  ): void {
    this.hub.open(request, response, request.get('last-event-id') ?? idOfQuery?.trim());
  }
}
