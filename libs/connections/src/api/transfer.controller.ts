import { Controller, Get, Headers, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { answerWithProgress, ApiProblems, hasBody, Validated } from '@snp/http';
import type { Request, Response } from 'express';
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
    private readonly exports: ExportService,
    private readonly imports: ImportService,
  ) {}

  @Get('export')
  @ApiOperation({
    operationId: 'exportConnections',
    summary: 'Export connections',
    description: 'The only response that contains passwords; leave them out with `secrets=false`.',
  })
  @ApiOkResponse({
    description: 'The file',
    headers: {
      'Content-Disposition': {
        description: 'File name',
        schema: { type: 'string', example: 'attachment; filename="snp-connections-2026-02-03.json"' },
      },
    },
    content: { 'application/json': { schema: { $ref: getSchemaPath(ExportDto) } }, 'text/csv': TEXT },
  })
  @ApiProblems(422)
  async export(@Query(Validated) query: ExportQueryDto, @Res() response: Response): Promise<void> {
    const { name, mediaType, pieces } = await this.exports.export(query.format ?? 'json', query.secrets !== 'false');
    // Whole, so that a client that does not read keeps these bytes alone from being given back.
    const file: Buffer[] = [];
    for await (const piece of pieces) file.push(Buffer.from(piece));
    const body = Buffer.concat(file);
    response.set({ 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` });
    response.set('Content-Length', String(body.length)).end(body);
  }

  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importConnections',
    summary: 'Import connections',
    description:
      'Accepts the JSON of an export, the YAML list of older exporters, or CSV with a header row; at most 10,000 connections. ' +
      'Valid entries are stored in one transaction, the others are listed with the reasons. Nothing is stored if the client disconnects before the end. ' +
      'Clients that accept `application/x-ndjson` or `text/event-stream` receive `progress` events, then `result` or `problem`.',
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
    description: 'Outcome for each entry',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ImportResultDto) } },
      'application/x-ndjson': TEXT,
      'text/event-stream': TEXT,
    },
  })
  @ApiProblems(400, 408, 409, 413, 415, 422, 429)
  async import(
    @Query(Validated) query: ImportQueryDto,
    @Headers('content-type') mediaType: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const options = { isDryRun: query.dry_run === 'true', onConflict: query.on_conflict ?? 'skip' };
    const file = hasBody(request) ? request : undefined;
    await answerWithProgress<ImportProgress, ImportResultDto>(request, response, (report, signal) =>
      this.imports.import(file, mediaType, { ...options, report, signal }),
    );
  }
}
