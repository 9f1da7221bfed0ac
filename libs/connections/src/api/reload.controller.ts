import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database, DatabaseUnavailable } from '@snp/database';
import { ApiProblems } from '@snp/http';
import { ConnectionChanges } from '../connection-changes';
import { MessageDto } from '../dto/answers.dto';

/** For edits of the database by other programs. */
@ApiTags('exporter')
@Controller('api/reload')
export class ReloadController {
  constructor(
    private readonly changes: ConnectionChanges,
    private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reload',
    summary: 'Reload connections',
    description:
      'Reads the connections from the database. Only needed to apply edits by other programs at once; the exporter picks them up automatically within `POLL_INTERVAL` seconds.',
  })
  @ApiOkResponse({ type: MessageDto, description: 'Reload started', example: { message: 'config reloaded' } })
  @ApiProblems(400, 413, 415)
  reload(): MessageDto {
    const { fault } = this.database;
    // What is read is the file that was removed or replaced, not what somebody has edited since.
    if (fault !== null) throw new DatabaseUnavailable(`The database is not available: ${fault}. Nothing was read.`);
    this.changes.announce({ kind: 'reload' });
    return { message: 'config reloaded' };
  }
}
