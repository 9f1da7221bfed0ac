import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ApiProblems, ProblemDto, Validated, whileListening } from '@snp/http';
import type { Request, Response } from 'express';
import { DeviceActionsService } from '../actions/device-actions.service';
import { sendSteps } from '../actions/step-answer';
import { clientOf } from '../common/client';
import { DiscoveryDto, ProbeEndDto, ProbeRequestDto, ProbeResultDto, ProbeStepDto } from '../dto/probe.dto';

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait before retrying', schema: { type: 'integer' as const } },
};

const refusal = (status: number, description: string): MethodDecorator =>
  ApiResponse({
    status,
    description,
    headers: RETRY_AFTER,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  });

const EXAMPLES = {
  stored: { summary: 'A stored connection', value: { id: 7 } },
  draft: {
    summary: 'A connection that is not stored yet',
    value: {
      restapi: 'https://192.168.90.23:9089/api/auth',
      websocket: 'wss://192.168.90.23/smm',
      username: 'admin',
      password: 'secret',
      objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
    },
  },
};

/** Device actions: connection test and discovery. */
@ApiTags('devices')
@Controller('api/connections')
export class DeviceActionsController {
  constructor(private readonly actions: DeviceActionsService) {}

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Test a connection',
    description:
      'Runs name resolution, TCP, TLS, authentication, WebSocket, subscription and first status, for at most 30 s; ' +
      'nothing is stored. At most 10 tests and discoveries per minute and client, and 10 refused passwords per device ' +
      'in 10 minutes. Each completed step is sent as a server-sent event `step`, and `done` at the end; ' +
      'with `Accept: application/json`, all steps come in one response.',
  })
  @ApiBody({ type: ProbeRequestDto, examples: EXAMPLES })
  @ApiExtraModels(ProbeResultDto, ProbeStepDto, ProbeEndDto)
  @ApiOkResponse({
    description: 'The steps: events `step` with a `ProbeStepDto`, then `done` with a `ProbeEndDto`',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: step\ndata: {"step":"tcp","ok":true,"duration_ms":3}\n\nevent: done\ndata: {"ok":true}\n\n',
      },
      'application/json': { schema: { $ref: getSchemaPath(ProbeResultDto) } },
    },
  })
  @refusal(429, 'Too many tests, or the device refused too many passwords; see `detail`')
  @ApiProblems(400, 404, 413, 415, 422)
  async testConnection(
    @Body(Validated) body: ProbeRequestDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await whileListening(response, async (signal) =>
      sendSteps(request, response, await this.actions.test(body, clientOf(request), signal)),
    );
  }

  @Post('discover')
  @HttpCode(200)
  @ApiOperation({
    summary: 'List the objects of a device',
    description:
      'Heavy load on the device; avoid while on air. One request at a time per device, at most every 30 s; ' +
      'takes up to 30 s. The limits of connection tests apply too.',
  })
  @ApiBody({ type: ProbeRequestDto, examples: EXAMPLES })
  @ApiOkResponse({ type: DiscoveryDto, description: 'The objects, in the order of the device' })
  @refusal(409, 'The device is already listing its objects')
  @refusal(429, 'The objects were listed less than 30 s ago, or too many tests or refused passwords; see `detail`')
  @ApiResponse({
    status: 502,
    description: 'The device could not be reached; see `detail`',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  })
  @ApiProblems(400, 404, 413, 415, 422)
  discoverObjects(
    @Body(Validated) body: ProbeRequestDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DiscoveryDto> {
    return whileListening(response, (signal) => this.actions.discover(body, clientOf(request), signal));
  }
}
