import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '@snp/http';
import { ConnectionChanges } from '../connection-changes';
import { MessageDto } from '../dto/answers.dto';

/** For edits of the database by other programs. */
@ApiTags('exporter')
@Controller('api/reload')
export class ReloadController {
  constructor(private readonly changes: ConnectionChanges) {}

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
    this.changes.announce({ kind: 'reload' });
    return { message: 'config reloaded' };
  }
}
