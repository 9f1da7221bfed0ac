import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { ApiProblems, externalPath, IdPipe, Validated, ValidatedOrEmpty } from '@snp/http';
import type { Response } from 'express';
import { listOptions } from '../views/connection-list';
import { ConnectionViews } from '../views/connection-views';
import { ConnectionsService, type Saved } from '../connections.service';
import { ConnectionAddedDto, MessageDto } from '../dto/answers.dto';
import { ConnectionDto } from '../dto/connection.dto';
import { CreateConnectionDto } from '../dto/create-connection.dto';
import { DuplicateConnectionDto } from '../dto/duplicate-connection.dto';
import { ListQueryDto } from '../dto/list-query.dto';
import { PatchConnectionDto } from '../dto/patch-connection.dto';
import { ReplaceConnectionDto } from '../dto/replace-connection.dto';

const ENTITY_TAG: ApiResponseOptions['headers'] = {
  ETag: {
    description: 'Version of the stored connection; send it as `If-Match` with a change',
    schema: { type: 'string' },
  },
};

const CREATED: ApiResponseOptions['headers'] = {
  ...ENTITY_TAG,
  Location: { description: 'Path of the new connection', schema: { type: 'string' } },
};

const ApiId = (): MethodDecorator =>
  ApiParam({ name: 'id', description: 'Id of the connection', schema: { type: 'integer', minimum: 1, example: 1 } });

const ApiIfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    description:
      '`ETag` of the connection when it was read. If the connection has changed since, the request fails with 412. Without this header, the last change wins.',
    required: false,
    example: '"Jr3kXq0bT5uPz8vYw1nQ2A"',
  });

/** The stored connections. */
@ApiTags('connections')
@Controller('api/connections')
export class ConnectionsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly views: ConnectionViews,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listConnections',
    summary: 'List connections',
    description: 'Returns all connections if there are no parameters.',
  })
  @ApiOkResponse({
    type: [ConnectionDto],
    description: 'Matching connections',
    headers: {
      'X-Total-Count': { description: 'Number of matching connections on all pages', schema: { type: 'integer' } },
    },
  })
  @ApiProblems(422)
  async list(
    @Query(Validated) query: ListQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConnectionDto[]> {
    const { connections, total } = await this.views.list(listOptions(query));
    response.setHeader('X-Total-Count', total);
    return connections;
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getConnection', summary: 'Get a connection' })
  @ApiId()
  @ApiOkResponse({ type: ConnectionDto, description: 'The connection', headers: ENTITY_TAG })
  @ApiProblems(400, 404)
  async get(@Param('id', IdPipe) id: number, @Res({ passthrough: true }) response: Response): Promise<ConnectionDto> {
    const { connection, entityTag } = await this.views.one(id);
    response.setHeader('ETag', entityTag);
    return connection;
  }

  @Post()
  @ApiOperation({
    operationId: 'createConnection',
    summary: 'Add a connection',
    description: 'Needs `objects_ids` or `template`.',
  })
  @ApiBody({ type: CreateConnectionDto })
  @ApiCreatedResponse({ type: ConnectionAddedDto, description: 'The connection was stored', headers: CREATED })
  @ApiProblems(400, 409, 413, 415, 422)
  async create(
    @Body(Validated) body: CreateConnectionDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConnectionAddedDto> {
    return added(await this.connections.add(body), response);
  }

  @Put(':id')
  @ApiOperation({
    operationId: 'replaceConnection',
    summary: 'Replace a connection',
    description:
      'Sets all fields. The password is kept if it is missing or empty; `enabled` and `tags` are kept if they are missing.',
  })
  @ApiId()
  @ApiIfMatch()
  @ApiBody({ type: ReplaceConnectionDto })
  @ApiOkResponse({ type: MessageDto, description: 'The connection was stored', headers: ENTITY_TAG })
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async replace(
    @Param('id', IdPipe) id: number,
    @Body(Validated) body: ReplaceConnectionDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MessageDto> {
    return updated(await this.connections.replace(id, body, ifMatch), response);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'patchConnection', summary: 'Change fields of a connection' })
  @ApiId()
  @ApiIfMatch()
  @ApiBody({ type: PatchConnectionDto })
  @ApiOkResponse({ type: MessageDto, description: 'The connection was stored', headers: ENTITY_TAG })
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async patch(
    @Param('id', IdPipe) id: number,
    @Body(Validated) body: PatchConnectionDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MessageDto> {
    return updated(await this.connections.patch(id, body, ifMatch), response);
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'deleteConnection', summary: 'Delete a connection' })
  @ApiId()
  @ApiIfMatch()
  @ApiOkResponse({ type: MessageDto, description: 'The connection was deleted' })
  @ApiProblems(400, 404, 412)
  async remove(@Param('id', IdPipe) id: number, @Headers('if-match') ifMatch: string | undefined): Promise<MessageDto> {
    await this.connections.remove(id, ifMatch);
    return { message: 'Connection deleted' };
  }

  @Post(':id/duplicate')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'duplicateConnection',
    summary: 'Copy a connection',
    description: 'Copies the password too. The copy is disabled unless `enabled` is true.',
  })
  @ApiId()
  @ApiBody({ type: DuplicateConnectionDto, required: false })
  @ApiCreatedResponse({ type: ConnectionAddedDto, description: 'The copy was stored', headers: CREATED })
  @ApiProblems(400, 404, 409, 413, 415, 422)
  async duplicate(
    @Param('id', IdPipe) id: number,
    @Body(ValidatedOrEmpty) body: DuplicateConnectionDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConnectionAddedDto> {
    return added(await this.connections.duplicate(id, body), response);
  }
}

function added({ id, entityTag }: Saved, response: Response): ConnectionAddedDto {
  response.setHeader('Location', externalPath(response, `/api/connections/${id}`));
  response.setHeader('ETag', entityTag);
  return { id, message: 'Connection added' };
}

function updated({ entityTag }: Saved, response: Response): MessageDto {
  response.setHeader('ETag', entityTag);
  return { message: 'Connection updated' };
}
