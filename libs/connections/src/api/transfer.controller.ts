import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { answerWithProgress, ApiProblems, Validated } from '@snp/http';
import { ExportDto, ExportQueryDto, ImportFileDto, ImportQueryDto, ImportResultDto } from '../dto/transfer.dto';
import { ExportService } from '../transfer/export.service';
import { ImportService, type ImportProgress } from '../transfer/import.service';

const TEXT = { schema: { type: 'string' } };

/** Connections in files. */
@ApiTags('transfer')
@ApiExtraModels(ExportDto, ImportFileDto, ImportResultDto)
@Controller('api')
export class TransferController {
  constructor(
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(ImportService) private readonly imports: ImportService,
  ) {}

  @Get('export')
  @ApiOperation({
    operationId: 'exportConnections',
    summary: 'Get all connections as a file',
    description: 'The only answer that holds passwords, unless `secrets=false`.',
  })
  @ApiOkResponse({
    description: 'The file',
    headers: {
      'Content-Disposition': {
        description: 'Names the file',
        schema: { type: 'string', example: 'attachment; filename="snp-connections-2026-02-03.json"' },
      },
    },
    content: { 'application/json': { schema: { $ref: getSchemaPath(ExportDto) } }, 'text/csv': TEXT },
  })
  @ApiProblems(422)
  async export(@Query(Validated) query: ExportQueryDto): Promise<StreamableFile> {
    const { name, mediaType, pieces } = await this.exports.export(query.format ?? 'json', query.secrets !== 'false');
    return new StreamableFile(Readable.from(pieces), {
      type: mediaType,
      disposition: `attachment; filename="${name}"`,
    });
  }

  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importConnections',
    summary: 'Add connections from a file',
    description:
      'Takes the JSON of an export, the YAML list of older exporters, or CSV with a header, of at most 10,000 connections. ' +
      'Good entries are stored in one transaction, the others listed with their reasons; nothing is stored for a client that goes away meanwhile. A client that accepts ' +
      '`application/x-ndjson` or `text/event-stream` gets `progress` events, then `result` or `problem`.',
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(ImportFileDto) } },
        'application/yaml': TEXT,
        'text/csv': TEXT,
      },
    },
  })
  @ApiOkResponse({
    description: 'What became of each entry',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ImportResultDto) } },
      'application/x-ndjson': TEXT,
      'text/event-stream': TEXT,
    },
  })
  @ApiProblems(400, 409, 413, 415, 422)
  async import(
    @Body() file: Buffer | undefined,
    @Query(Validated) query: ImportQueryDto,
    @Headers('content-type') mediaType: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const options = { isDryRun: query.dry_run === 'true', onConflict: query.on_conflict ?? 'skip' };
    await answerWithProgress<ImportProgress, ImportResultDto>(request, response, (report, signal) =>
      this.imports.import(file, mediaType, { ...options, report, signal }),
    );
  }
}
