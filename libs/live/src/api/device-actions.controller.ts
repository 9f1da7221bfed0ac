import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DiscoveryDto, ProbeResultDto, ProbeStepDto } from '../dto/probe.dto';
import { ProbeRequestDto } from '../dto/probe-request.dto';
import { DeviceActionsService } from '../actions/device-actions.service';
import { ApiProblems } from './problems';

@ApiTags('devices')
@Controller('api/connections')
export class DeviceActionsController {
  constructor(private readonly actions: DeviceActionsService) {}

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Test a connection',
    description:
      'Goes through name resolution, TCP, TLS, authentication, WebSocket, subscription and first status, never longer than 30 s, and leaves nothing behind. ' +
      'By default every step is sent when it has ended, as a server-sent event `step`, and `done` at the end; with `Accept: application/json` all come in one answer.',
  })
  @ApiBody({ type: ProbeRequestDto })
  @ApiExtraModels(ProbeResultDto, ProbeStepDto)
  @ApiOkResponse({
    description: 'The steps; `ok` says whether all worked',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ProbeResultDto) } },
      'text/event-stream': { schema: { type: 'string' }, example: 'event: step\ndata: {"step":"tcp","ok":true}\n\n' },
    },
  })
  @ApiProblems(400, 404, 413, 415, 422, 429, 503)
  testConnection(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.actions.test(body, request, response);
  }

  @Post('discover')
  @HttpCode(200)
  @ApiOperation({
    summary: 'List the objects of a device',
    description: 'Costs the device a lot: one at a time, and not again within 30 s.',
  })
  @ApiBody({ type: ProbeRequestDto })
  @ApiOkResponse({ type: DiscoveryDto })
  @ApiProblems(400, 404, 409, 413, 415, 422, 429, 502, 503)
  discoverObjects(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DiscoveryDto> {
    return this.actions.discover(body, request, response);
  }
}
