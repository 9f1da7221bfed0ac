import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DeviceSummaryDto } from '../dto/fleet.dto';
import { AlarmChangeDto, ConnectionChangeDto, StateChangeDto } from '../dto/stream.dto';
import { StreamHub } from '../stream/stream-hub';
import { ApiProblems } from './problems';

const DESCRIPTION = `Server-sent events. Every event's data is JSON:

| event | data | when |
|---|---|---|
| \`connection\` | ConnectionChangeDto | a connection was added, changed or removed |
| \`state\` | StateChangeDto | a session went from one state to another |
| \`alarm\` | AlarmChangeDto | a device raised or cleared an alarm |
| \`summary\` | DeviceSummaryDto | a device has changed; at most once a second each |
| \`reset\` | \`{}\` | events were missed that cannot be sent again: read everything anew |

All but \`summary\` and \`reset\` have an id; with \`Last-Event-ID\` what was missed is sent again. A comment comes every 15 seconds. A listener that
reads too slowly gets the newest summaries only, and is closed when even the other events pile up.`;

@ApiTags('live')
@Controller('api/stream')
export class StreamController {
  constructor(private readonly hub: StreamHub) {}

  @Get()
  @ApiOperation({ summary: 'What happens, as it happens', description: DESCRIPTION })
  @ApiExtraModels(AlarmChangeDto, ConnectionChangeDto, DeviceSummaryDto, StateChangeDto)
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event that was received' })
  @ApiOkResponse({
    description: 'The stream',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: 'event: reset\ndata: {}\n\n' } },
  })
  @ApiProblems(503)
  streamEvents(@Req() request: Request, @Res() response: Response, @Headers('last-event-id') lastId?: string): void {
    this.hub.open(request, response, lastId);
  }
}
